"""Walks and cycles, compared with what is plain to see from what each node reaches."""

from hypothesis import given
from hypothesis import strategies as st

from specloom.graph import connected, in_cycles, reach

NODES = st.integers(0, 6)
EDGES = st.dictionaries(NODES, st.lists(NODES, max_size=3), max_size=7)


def reached(edges):
    nodes = {*edges, *(target for targets in edges.values() for target in targets)}
    found = {node: set(edges.get(node, ())) for node in nodes}
    for middle in nodes:
        for node in nodes:
            found[node] |= found[middle] if middle in found[node] else set()
    return found


@given(EDGES)
def test_components_reach_each_other_and_stand_after_what_they_lead_to(edges):
    found, components = reached(edges), connected(edges)
    assert sorted(node for component in components for node in component) == sorted(found)
    for number, component in enumerate(components):
        assert all(one == other or one in found[other] for one in component for other in component)
        below = {node for earlier in components[:number] for node in earlier}
        assert all(found[node] <= below | set(component) for node in component)


@given(EDGES)
def test_what_is_in_a_cycle_reaches_itself(edges):
    assert in_cycles(edges) == {node for node, others in reached(edges).items() if node in others}


@given(EDGES, st.lists(NODES, max_size=3))
def test_a_walk_meets_all_that_its_starts_reach_each_once_and_after_what_leads_there(edges, starts):
    walked = list(reach(starts, lambda node: edges.get(node, ()), int))
    found = reached(edges)
    assert len(walked) == len(set(walked))
    assert set(walked) == set(starts).union(*(found.get(start, ()) for start in starts))
    for place, node in enumerate(walked):
        assert node in starts or any(node in edges.get(earlier, ()) for earlier in walked[:place])


def test_chains_may_be_longer_than_python_allows_calls():
    edges = {number: [number + 1] for number in range(50_000)} | {50_000: [0]}
    assert len(connected(edges)) == 1
