# METADATA
# title: Load balancer with nothing behind it
# description: >-
#   A load balancer is charged by the hour before the first request. One without listeners, rules or
#   backends in the plan serves nobody.
# related_resources:
# - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html
# - ref: https://learn.microsoft.com/azure/load-balancer/components
# custom:
#   code: COST-407
#   severity: medium
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types: [aws_lb, aws_alb, aws_elb, azurerm_lb, google_compute_forwarding_rule]
#   params:
#     type: object
#     properties:
#       ignore_if_ingress_controller:
#         type: boolean
#         description: Leave out load balancers that a Kubernetes controller fills, by their tags.
#         default: true
#   remediation: >-
#     Delete it or attach what it is for. When listeners or targets are managed outside this plan, ignore
#     the finding with that reason.
#   when_not: >-
#     Listeners or targets are registered by something outside of this plan, such as a controller in
#     Kubernetes.
package iaclint.cost.load_balancer_without_backend

import data.iaclint.lib

findings contains {
	"message": sprintf("%s%s", [idle.why, lib.a_month]),
	"remove": true,
	"rests_on": idle.rests_on,
} if {
	idle
	not filled_by_controller
}

idle := {"why": "no listener in the plan", "rests_on": ["referenced_by"]} if {
	input.resource.type in {"aws_lb", "aws_alb"}
	not pointed_at_by({"aws_lb_listener", "aws_alb_listener"})
}

idle := {"why": "no instance behind it in the plan", "rests_on": ["instances", "referenced_by"]} if {
	input.resource.type == "aws_elb"
	not has_instances
	not pointed_at_by({
		"aws_autoscaling_attachment", "aws_autoscaling_group", "aws_autoscaling_traffic_source_attachment",
		"aws_ecs_service", "aws_elastic_beanstalk_environment", "aws_elb_attachment",
	})
}

idle := {"why": "no rule in the plan", "rests_on": ["referenced_by"]} if {
	input.resource.type == "azurerm_lb"
	not pointed_at_by({
		"azurerm_kubernetes_cluster", "azurerm_lb_nat_pool", "azurerm_lb_nat_rule",
		"azurerm_lb_outbound_rule", "azurerm_lb_rule", "azurerm_private_link_service",
	})
}

idle := {"why": "its backend service has no backend", "rests_on": ["refs.backend_service.backend"]} if {
	input.resource.type == "google_compute_forwarding_rule"
	count(input.resource.refs.backend_service) > 0
	not has_backend
}

has_instances if count(input.resource.values.instances) > 0

has_backend if count(input.resource.refs.backend_service[_].values.backend) > 0

pointed_at_by(types) if {
	some user in input.resource.referenced_by
	user.type in types
}

filled_by_controller if {
	input.params.ignore_if_ingress_controller
	some key, _ in input.resource.tags
	strings.any_prefix_match(key, ["elbv2.k8s.aws/", "ingress.k8s.aws/", "kubernetes.io/", "service.k8s.aws/"])
}
