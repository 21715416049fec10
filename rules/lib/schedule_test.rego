package iaclint.lib.schedule_test

import data.iaclint.lib.schedule

test_scheduled if {
	schedule.scheduled({"aws_autoscaling_schedule": 1})
	not schedule.scheduled({"aws_autoscaling_schedule": 0, "aws_instance": 3})
}

test_idle if schedule.idle(365) == 0.5
