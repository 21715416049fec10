# METADATA
# title: Volume attached to nothing in the plan
# description: >-
#   A volume is paid for by what it could hold, attached or not. One that nothing in the plan attaches
#   is often what a deleted machine left behind.
# related_resources:
# - ref: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-detaching-volume.html
# - ref: https://learn.microsoft.com/azure/virtual-machines/disks-find-unattached-portal
# custom:
#   code: COST-206
#   severity: medium
#   saving: bounded
#   types: [aws_ebs_volume, azurerm_managed_disk, google_compute_disk, google_compute_region_disk]
#   remediation: >-
#     Attach it, or take a snapshot and delete it. When it is attached by something outside this plan
#     (a CSI driver, another root module), ignore the finding with that reason.
#   when_not: >-
#     Something outside of this plan attaches it, such as a CSI driver or another root module.
package iaclint.cost.unattached_volume

import data.iaclint.lib

findings contains {
	"message": sprintf("nothing in the plan attaches it%s", [lib.a_month]),
	"remove": true,
	"rests_on": ["referenced_by"],
} if {
	not attached
}

attached if {
	some user in input.resource.referenced_by
	user.type in attaching
}

attaching := {
	"aws_instance",
	"aws_volume_attachment",
	"azurerm_linux_virtual_machine",
	"azurerm_virtual_machine",
	"azurerm_virtual_machine_data_disk_attachment",
	"azurerm_windows_virtual_machine",
	"google_compute_attached_disk",
	"google_compute_instance",
	"google_compute_instance_from_template",
	"google_compute_instance_template",
	"google_compute_region_instance_template",
	"kubernetes_persistent_volume",
	"kubernetes_persistent_volume_v1",
}
