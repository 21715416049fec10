package iaclint.lock_in.proprietary_queue_test

import data.iaclint.lock_in.proprietary_queue

messages(lock_in) := found if {
	found := {finding.message | some finding in proprietary_queue.findings} with input as {
		"params": {"min_grade": 2},
		"resource": {"type": "aws_kinesis_stream", "lock_in": lock_in, "cost": {"status": "priced", "monthly": 140}},
	}
}

test_fails if {
	messages({"grade": 3, "service": "Kinesis Data Streams", "alternatives": ["Event Hubs", "Kafka"]}) == {"clients speak an API only Kinesis Data Streams has, $140.00 a month; elsewhere Event Hubs or Kafka"}
}

test_passes_an_open_protocol if messages({"grade": 1, "service": "Service Bus", "alternatives": []}) == set()

test_unknown_grade_says_nothing if messages({"grade": -1, "service": "", "alternatives": []}) == set()
