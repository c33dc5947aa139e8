"""What the methods of RepairDesk's client send to a real server, and what they return."""

import datetime as dt
import json
import warnings
from decimal import Decimal

import pytest
import repairdesk
from repairdesk.models import Ticket

KEY = "api_key=k3y%2F%2B%26%3D%3F%23%2541%20end"
"""The key as it has to stand in a query, after everything else."""


def ids(tickets):
    return [ticket.summary.id for ticket in tickets]


def test_tickets_of_all_pages_from_zero(mode, server):
    stored = [server.add_ticket() for _ in range(7)]
    listing = mode.client(on_mismatch="raise").tickets.list(filter=0, page_size=3)
    found = mode.run(listing)
    assert ids(found) == [ticket["summary"]["id"] for ticket in stored]
    assert all(type(ticket) is Ticket for ticket in found)
    assert server.targets == [
        f"GET /tickets?pagesize=3&filter=0&{KEY}",
        f"GET /tickets?pagesize=3&filter=0&page=1&{KEY}",
        f"GET /tickets?pagesize=3&filter=0&page=2&{KEY}",
    ]
    assert mode.run(listing.first_page()).total == 7


def test_tickets_from_a_page_on_end_at_the_empty_page_that_says_failure(mode, server):
    stored = [server.add_ticket() for _ in range(5)]
    assert ids(mode.run(mode.client().tickets.list(page=1))) == [ticket["summary"]["id"] for ticket in stored[3:]]
    assert server.targets == [f"GET /tickets?page=1&{KEY}", f"GET /tickets?page=2&{KEY}"]


def test_tickets_that_are_not_counted(mode, server):
    server.counted = False
    for _ in range(3):
        server.add_ticket()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(mode.run(mode.client().tickets.list())) == 3
    assert server.targets == [f"GET /tickets?{KEY}", f"GET /tickets?page=1&{KEY}"]


@pytest.mark.parametrize("filters", [{}, {"filter": 1}])
def test_an_empty_list_that_says_failure_is_an_empty_list(mode, server, filters):
    client = mode.client(on_mismatch="raise")
    assert mode.run(client.tickets.list(**filters)) == []
    assert len(mode.run(client.tickets.list(**filters).first_page())) == 0
    assert mode.run(client.customers.list(keyword="nobody")).data == []
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    "answer",
    [
        b'{"success": false, "statusCode": "100", "message": "Nothing", "data": []}',
        b'{"success": false, "message": "No Result Found", "data": []}',
        b'{"success": true, "data": {"ticketData": [], "pagination": null}}',
        b'{"success": true, "data": {"pagination": {"total_records": "0"}}}',
        b'{"success": true, "data": []}',
        b'{"success": true, "data": null}',
    ],
)
def test_empty_lists_of_all_kinds(mode, server, answer):
    server.fail_next(status=200, body=answer)
    assert mode.run(mode.client(on_mismatch="raise").tickets.list()) == []
    assert len(server.requests) == 1


def test_filters(mode, server):
    since = dt.datetime(2026, 3, 4, 9, 30, tzinfo=dt.UTC)
    listing = mode.client().tickets.list(keyword="T-1042 é", assigned_to="310", from_date=since, to_date=1772703000)
    assert mode.run(listing) == []
    assert server.targets == [
        f"GET /tickets?keyword=T-1042%20%C3%A9&assigned_to=310&from_date=1772616600&to_date=1772703000&{KEY}"
    ]


@pytest.mark.parametrize("bare", [True, False])
def test_customers_in_an_object_or_an_array(mode, server, bare):
    server.bare = bare
    server.add_customer(first_name="Amara", customer_group={"id": "2", "name": "Business"})
    data = mode.run(mode.client(on_mismatch="raise").customers.list()).data
    (customer,) = data if bare else data.customer_data
    assert (customer.cid, customer.first_name, customer.customer_group.name) == ("5120", "Amara", "Business")


def test_get(mode, server):
    stored = server.add_ticket(hostory=[{"a": 1}], assigned="310")
    ticket = mode.run(mode.client(on_mismatch="raise").tickets.get(70400)).data
    assert (ticket.summary.id, ticket.summary.created_date) == (
        "70400",
        dt.datetime(2026, 3, 4, 9, 30, tzinfo=dt.UTC),
    )
    assert (ticket.devices[0].device.name, ticket.devices[0].status.name) == ("Pixel 7", "Diagnosing")
    assert (ticket.hostory, ticket.assigned) == ([{"a": 1}], "310")
    assert ticket.model_dump(mode="json", by_alias=True, exclude_unset=True) == stored


@pytest.mark.parametrize(
    ("price", "status"), [("$89.00", "Ready"), (89, None), (89.5, {"name": "Ready"}), (None, {"name": None})]
)
def test_amounts_are_kept_as_they_came_and_ids_are_text(mode, server, price, status):
    server.add_ticket(devices=[{"id": 7, "price": price, "status": status}], notes=None)
    (device,) = mode.run(mode.client(on_mismatch="raise").tickets.get("70400")).data.devices
    assert (device.id, device.price) == ("7", price)
    assert (device.status.name if isinstance(status, dict) else device.status) == (
        status["name"] if isinstance(status, dict) else status
    )


def test_create_writes_amounts_and_times_as_text(mode, server):
    device = {
        "device": "801",
        "repair_prod_items": [{"name": "Screen replacement", "id": "9010"}],
        "price": Decimal("89.00"),
        "line_discount": "",
        "due_on": dt.datetime(2026, 3, 4, 9, 30, tzinfo=dt.UTC),
        "pre_conditions": [{"name": "Front camera", "result": "1"}],
        "parts": [{"product_id": "30021", "quantity": 2, "price": Decimal("52.40"), "gst": "10.48"}],
    }
    answer = mode.run(
        mode.client(on_mismatch="raise").tickets.create(summary={"customer_id": "5120"}, devices=[device])
    )
    assert (answer.success, answer.data["id"]) == (True, "70400")
    (request,) = server.requests
    assert (request.method, request.target) == ("POST", f"/api/web/v1/tickets?{KEY}")
    assert request.json == {
        "summary": {"customer_id": "5120"},
        "devices": [
            {
                "device": "801",
                "repairProdItems": [{"name": "Screen replacement", "id": "9010"}],
                "price": "89.00",
                "line_discount": "",
                "due_on": "1772616600",
                "PreConditions": [{"name": "Front camera", "result": "1"}],
                "Parts": [{"product_id": "30021", "quantity": "2", "price": "52.40", "gst": "10.48"}],
            }
        ],
    }


def test_a_payment(mode, server):
    paid = dt.datetime(2026, 3, 4, 9, 36, 40, tzinfo=dt.UTC)
    payments = mode.client().invoices.payments
    mode.run(payments.create(61, amount=Decimal("40.00"), payment_date=paid, method="Bank transfer"))
    assert server.payments == [{"amount": "40.00", "payment_date": "1772617000", "method": "Bank transfer"}]


def test_what_takes_a_method_takes_its_argument_called_method_too(mode, server):
    client = mode.client()
    assert mode.run(client.preview(client.invoices.payments.create, 61, method="Cash")).content == b'{"method":"Cash"}'
    assert mode.run(client.raw(client.invoices.payments.create, 61, method="Card")).status == 200
    assert server.payments == [{"method": "Card"}]


def test_what_is_left_out_is_not_sent(mode, server):
    customers = mode.client().customers
    mode.run(customers.create(first_name="Amara", last_name=repairdesk.UNSET, orgonization=""))
    mode.run(customers.update("5120", city="Leeds"))
    assert [request.json for request in server.requests] == [
        {"first_name": "Amara", "orgonization": ""},
        {"city": "Leeds"},
    ]
    assert server.customers["5120"] == {"cid": "5120", "first_name": "Amara", "orgonization": "", "city": "Leeds"}
    assert [request.method for request in server.requests] == ["POST", "PUT"]


def test_update_of_a_device_needs_its_id(mode, server):
    server.add_ticket()
    tickets = mode.client().tickets
    mode.run(tickets.update(70400, devices=[{"id": "81207", "status": "Ready"}]))
    assert server.tickets["70400"]["sent"] == {"devices": [{"id": "81207", "status": "Ready"}]}
    with pytest.raises(repairdesk.ApiError, match="'id' is a required property"):
        mode.run(tickets.update(70400, devices=[{"status": "Ready"}]))


def test_statuses(mode):
    statuses = mode.run(mode.client(on_mismatch="raise").statuses.list()).data
    assert [(status.name, status.type) for status in statuses] == [("Diagnosing", 1), (None, "2")]


def test_a_mismatch_warns_and_returns_the_data(mode, server):
    server.add_ticket(notes="none", devices=[{"id": [1]}])
    with pytest.warns(repairdesk.MismatchWarning, match=r"GET /tickets contradicts .*notes"):
        (ticket,) = mode.run(mode.client().tickets.list())
    assert (type(ticket), ticket.notes, ticket.devices[0].id) == (Ticket, "none", [1])


def test_the_environment_has_the_key(mode, server, monkeypatch):
    monkeypatch.setenv("REPAIRDESK_API_KEY", "k3y/+&=?#%41 end")
    monkeypatch.setenv("REPAIRDESK_BASE_URL", server.base_url)
    assert mode.run(mode.client(api_key=None, base_url=None).tickets.list()) == []


def test_a_missing_key(mode, server):
    with pytest.raises(repairdesk.ConfigurationError, match=r"Pass api_key, or set REPAIRDESK_API_KEY\."):
        mode.run(mode.client(api_key=None).tickets.list())
    assert server.requests == []


@pytest.mark.parametrize(
    ("paid", "sent"),
    [
        (dt.date(2026, 3, 4), "1772582400"),
        (dt.datetime(2026, 3, 4, 10, 36, 40, tzinfo=dt.timezone(dt.timedelta(hours=1))), "1772617000"),
        (1772617000, "1772617000"),
        ("1772617000", "1772617000"),
    ],
)
def test_times_and_days_are_sent_as_seconds(mode, server, paid, sent):
    mode.run(mode.client().invoices.payments.create(61, amount=40, payment_date=paid))
    assert server.payments == [{"amount": "40", "payment_date": sent}]


def test_days_are_seconds_in_queries_as_well(mode, server):
    mode.run(mode.client().tickets.list(from_date=dt.date(2026, 3, 4)).first_page())
    assert server.targets == [f"GET /tickets?from_date=1772582400&{KEY}"]


def test_a_time_of_no_zone_has_no_seconds(mode, server):
    with pytest.raises(ValueError, match="a time without a time zone cannot be sent"):
        mode.run(mode.client().invoices.payments.create(61, payment_date=dt.datetime(2026, 3, 4)))  # noqa: DTZ001
    assert server.requests == []


def page_of(number, following, total=None):
    place = {"next_page_exist": following is not None, "next_page": following, "total_records": total}
    data = {"ticketData": [{"summary": {"id": number}}], "pagination": place}
    return json.dumps({"success": True, "statusCode": 200, "message": "", "data": data}).encode()


def test_pages_go_on_where_the_answer_says_and_no_longer(mode, server):
    for number, following in [(5, "2"), (6, "3"), (7, None)]:
        server.fail_next(status=200, body=page_of(number, following))
    assert ids(mode.run(mode.client(on_mismatch="raise").tickets.list())) == ["5", "6", "7"]
    assert server.targets == [f"GET /tickets?{KEY}", f"GET /tickets?page=2&{KEY}", f"GET /tickets?page=3&{KEY}"]


def test_a_page_that_says_in_text_that_none_follows_is_the_last(mode, server):
    server.fail_next(
        status=200, body=page_of(5, None).replace(b'"next_page_exist": false', b'"next_page_exist": "false"')
    )
    assert ids(mode.run(mode.client(on_mismatch="raise").tickets.list())) == ["5"]
    assert server.targets == [f"GET /tickets?{KEY}"]


def test_a_time_that_came_as_text_or_number_is_a_time(mode, server):
    for made in (1772616600, "1772616600"):
        body = json.dumps({"success": True, "data": {"summary": {"created_date": made}}}).encode()
        server.fail_next(status=200, body=body)
        summary = mode.run(mode.client(on_mismatch="raise").tickets.get(1)).data.summary
        assert summary.created_date == dt.datetime(2026, 3, 4, 9, 30, tzinfo=dt.UTC)
