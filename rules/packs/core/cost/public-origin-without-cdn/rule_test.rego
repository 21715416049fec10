package iaclint.cost.public_origin_without_cdn_test

import data.iaclint.cost.public_origin_without_cdn as rule

origin(type, values, users) := {
	"resource": {
		"type": type, "env": "prod", "values": values, "unknown": [],
		"referenced_by": [{"address": "x.y", "type": user} | some user in users],
	},
	"params": {"egress_gb": 5000, "min_egress_gb": 1000, "hit_rate": 0.8},
}

count_of(document) := count(found) if found := rule.findings with input as document

test_a_public_balancer if {
	found := rule.findings with input as origin("aws_lb", {}, ["aws_lb_listener"])
	found == {{
		"path": "internal",
		"message": "load balancer open to the internet with no CDN before it: at 5,000 GB a month a cache would answer 4,000",
		"rests_on": ["internal", "referenced_by"],
	}}
	count_of(origin("aws_lb", {"load_balancer_type": "application"}, [])) == 1
}

test_a_cdn_before_it if {
	count_of(origin("aws_lb", {}, ["aws_cloudfront_distribution"])) == 0
	count_of(origin("aws_lb", {}, ["aws_cloudfront_vpc_origin"])) == 0
	count_of(origin("aws_lb", {}, ["aws_globalaccelerator_endpoint_group"])) == 0
}

behind(type, values) := object.union(origin("google_storage_bucket", {"website": [{}]}, []), {"resource": {
	"referenced_by": [{"address": "x.y", "type": type, "values": values}],
}})

test_a_backend_that_caches if {
	count_of(behind("google_compute_backend_bucket", {"enable_cdn": true})) == 0
	count_of(behind("google_compute_backend_bucket", {"enable_cdn": false})) == 1
	count_of(behind("google_compute_backend_bucket", {})) == 1
	count_of(behind("google_compute_backend_service", {"enable_cdn": true})) == 1
}

test_no_public_origin if {
	count_of(origin("aws_lb", {"internal": true}, [])) == 0
	count_of(origin("aws_lb", {"load_balancer_type": "network"}, [])) == 0
	count_of(origin("google_storage_bucket", {"website": []}, [])) == 0
	count_of(origin("google_storage_bucket", {}, [])) == 0
	count_of(origin("aws_s3_bucket", {"website": [{}]}, [])) == 0
	count_of(origin("google_storage_bucket", {"website": [{}]}, [])) == 1
}

test_too_little_to_matter if {
	count(rule.findings) == 0 with input as origin("aws_lb", {}, []) with input.params.egress_gb as 999
	count(rule.findings) == 1 with input as origin("aws_lb", {}, []) with input.params.egress_gb as 1000
}

test_silent_without_a_figure if {
	count_of(object.remove(origin("aws_lb", {}, []), ["params"])) == 0
}
