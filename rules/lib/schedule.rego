# What could be switched off at night, and what says that it is.
package iaclint.lib.schedule

# What can be switched off and on again without losing anything.
stoppable := {
	"aws_instance", "aws_autoscaling_group", "aws_ecs_service", "aws_eks_node_group",
	"aws_db_instance", "aws_rds_cluster_instance", "aws_docdb_cluster_instance", "aws_neptune_cluster_instance", "aws_redshift_cluster",
	"azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine", "azurerm_linux_virtual_machine_scale_set",
	"azurerm_windows_virtual_machine_scale_set", "azurerm_kubernetes_cluster", "azurerm_kubernetes_cluster_node_pool",
	"azurerm_postgresql_flexible_server", "azurerm_mysql_flexible_server",
	"google_compute_instance", "google_compute_instance_group_manager", "google_compute_region_instance_group_manager",
	"google_container_node_pool", "google_sql_database_instance",
}

# Any schedule in the plan is taken for one of these: which machines it reaches
# is not in the plan's document.
schedules := {
	"aws_appautoscaling_scheduled_action", "aws_autoscaling_schedule", "aws_scheduler_schedule",
	"azurerm_automation_schedule", "azurerm_dev_test_global_vm_shutdown_schedule",
	"google_cloud_scheduler_job", "google_compute_resource_policy_attachment",
}

# The share of a month in which nobody works with it.
idle(office_hours) := (730 - office_hours) / 730

# scheduled holds where the plan has a schedule of any kind.
scheduled(counts) if {
	some type in schedules
	counts[type] > 0
}
