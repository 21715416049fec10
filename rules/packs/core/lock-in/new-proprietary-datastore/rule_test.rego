package iaclint.lock_in.new_proprietary_datastore_test

import data.iaclint.lock_in.new_proprietary_datastore

closed := {"grade": 4, "service": "DynamoDB", "alternatives": ["Firestore, just as closed", "Cassandra", "PostgreSQL"], "effort": "XL", "at_most": false}

table(name, lock_in) := {"address": concat(".", ["aws_dynamodb_table", name]), "lock_in": lock_in}

found(before, after, n, params) := findings if {
	findings := new_proprietary_datastore.findings with input as {
		"params": object.union({"max_grade_primary_data": 2, "every": false, "min_resources": 10, "allow": []}, params),
		"base": {"counts": {"aws_instance": n, "aws_dynamodb_table": count(before)}, "by_type": {"aws_dynamodb_table": {"addresses": [row.address | some row in before]}}},
		"head": {"by_type": {"aws_dynamodb_table": {"resources": after}}},
	}
}

test_fails_with_the_first_of_its_kind if {
	{[finding.address, finding.related, finding.message] | some finding in found([], [table("orders", closed), table("carts", closed)], 10, {})} == {[
		"aws_dynamodb_table.orders", ["aws_dynamodb_table.carts"],
		"DynamoDB, grade 4 of 4, would hold data here for the first time: once it does, leaving takes the effort XL; instead Cassandra or PostgreSQL",
	]}
}

test_fails_without_alternatives if {
	count(found([], [table("orders", object.union(closed, {"alternatives": []}))], 10, {})) == 1
}

test_passes_more_of_the_same if {
	found([table("orders", closed)], [table("orders", closed), table("carts", closed)], 10, {}) == set()
}

test_every_new_one_when_asked_for if {
	{finding.address | some finding in found([table("orders", closed)], [table("orders", closed), table("carts", closed)], 10, {"every": true})} == {"aws_dynamodb_table.carts"}
}

test_passes_an_open_store if found([], [table("orders", object.union(closed, {"grade": 2}))], 10, {}) == set()

test_passes_what_is_built_for_the_first_time if {
	found([], [table("orders", closed)], 9, {}) == set()
	count(found([], [table("orders", closed)], 9, {"min_resources": 9})) == 1
}

test_passes_what_is_settled if found([], [table("orders", closed)], 10, {"allow": ["aws_dynamodb_*"]}) == set()

# Its grade hangs on what is not known: at most this.
test_unknown_grade_says_nothing if {
	found([], [table("orders", object.union(closed, {"at_most": true}))], 10, {}) == set()
	found([], [{"address": "aws_dynamodb_table.orders"}], 10, {}) == set()
}

test_known_and_settled if {
	not new_proprietary_datastore.settled("aws_dynamodb_table") with input as {"params": {"allow": ["aws_sqs_*"]}}
	not new_proprietary_datastore.known("aws_dynamodb_table", "x.a") with input as {"params": {"every": false}, "base": {"counts": {}, "by_type": {"aws_dynamodb_table": {"addresses": ["x.a"]}}}}
}
