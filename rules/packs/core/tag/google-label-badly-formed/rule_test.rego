package iaclint.tag.google_label_badly_formed_test

import data.iaclint.tag.google_label_badly_formed

disk(tags) := {"resource": {"type": "google_compute_disk", "taggable": true, "tags": tags, "tags_hidden": [], "tags_complete": true}}

messages(given) := found if {
	found := {finding.message | some finding in google_label_badly_formed.findings} with input as given
}

test_fails_on_case if {
	messages(disk({"Team": "Payments"})) == {`Google refuses the key "Team" and the value "Payments" of Team`}
}

test_fails_on_characters_and_length if {
	messages(disk({"owner": "a@b"})) == {`Google refuses the value "a@b" of owner`}
	count(messages(disk({"1st": "x"}))) == 1
	count(messages(disk({concat("", ["a" | some i in numbers.range(1, 64)]): "x"}))) == 1
}

test_fails_on_too_many if {
	messages(disk({sprintf("k%d", [i]): "x" | some i in numbers.range(1, 65)})) == {"65 labels; Google takes 64"}
}

test_passes if messages(disk({"team": "payments_2", "cost-center": "", "größe": "groß"})) == set()

test_unknown if {
	found := google_label_badly_formed.findings with input as object.union(disk({}), {"resource": {"tags_hidden": ["owner"]}})
	found == {{"verdict": "unknown", "path": "labels", "rests_on": [], "message": "cannot tell whether the value of owner is well formed"}}
	messages(object.union(disk({}), {"resource": {"tags_complete": false}})) == {"cannot tell whether the labels are all well formed"}
}

test_fails_on_a_hidden_value_with_a_wrong_key if {
	count(messages(object.union(disk({}), {"resource": {"tags_hidden": ["Owner"]}}))) == 1
}

test_passes_what_takes_no_labels if {
	bad := [
		disk({"Team": "Payments"}),
		disk({sprintf("k%d", [i]): "x" | some i in numbers.range(1, 65)}),
		object.union(disk({"team": "a"}), {"resource": {"tags_hidden": ["owner"]}}),
	]
	every given in bad {
		count(messages(given)) == 1
		messages(object.union(given, {"resource": {"taggable": false}})) == set()
	}
}

test_fails_on_a_long_value if {
	count(messages(disk({"owner": concat("", ["a" | some i in numbers.range(1, 64)])}))) == 1
	count(messages(disk({"owner": concat("", ["a" | some i in numbers.range(1, 63)])}))) == 0
}

test_unknown_names_what_is_hidden if {
	messages(object.union(disk({}), {"resource": {"tags_hidden": ["owner"]}})) == {"cannot tell whether the value of owner is well formed"}
	count(messages(object.union(disk({}), {"resource": {"tags_hidden": ["owner"], "tags_complete": false}}))) == 1
	messages(disk({})) == set()
}
