package iaclint.lib_test

import data.iaclint.lib

of_env(env) := {"resource": {"env": env}}

test_nonprod_band if lib.band == "nonprod" with input as of_env("nonprod")

test_unknown_is_held_to_the_wider_limit if lib.band == "prod" with input as of_env("unknown")

test_band_name if lib.band_name == "non-production" with input as of_env("nonprod")

with_tags(tags) := {"resource": {"tags": tags}}

test_tag_present if lib.tagged("keep") with input as with_tags({"keep": "yes"})

test_tag_absent if not lib.tagged("keep") with input as with_tags({"team": "a"})

test_tag_with_value if lib.tagged("workload=batch|ci") with input as with_tags({"workload": "ci"})

test_tag_with_glob if lib.tagged("workload=ci-*") with input as with_tags({"workload": "ci-runner"})

test_tag_with_other_value if not lib.tagged("workload=batch") with input as with_tags({"workload": "web"})

test_no_tags_at_all if not lib.tagged("keep") with input as {"resource": {}}
