# Machines. "Used" leaves out reserved and unused capacity, "Shared" dedicated
# tenancy, the licence model what the customer brings along; the operation is
# what tells Windows with SQL Server from Windows.
list "AmazonEC2" {
  price "ec2/{instanceType}/linux/on-demand" {
    where = {
      productFamily   = "Compute Instance | Compute Instance (bare metal)", tenancy = "Shared", capacitystatus = "Used"
      operatingSystem = "Linux", preInstalledSw = "NA", licenseModel = "No License required", operation = "RunInstances"
      usagetype       = "~BoxUsage* | ~BoxUsage", marketoption = "!CapacityBlock | !Spot"
    }
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "ec2/{instanceType}/windows/on-demand" {
    where = {
      productFamily   = "Compute Instance | Compute Instance (bare metal)", tenancy = "Shared", capacitystatus = "Used"
      operatingSystem = "Windows", preInstalledSw = "NA", licenseModel = "No License required", operation = "RunInstances:0002"
      usagetype       = "~BoxUsage* | ~BoxUsage", marketoption = "!CapacityBlock | !Spot"
    }
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "ec2/{instanceType}/windows-sql-web/on-demand" {
    where = {
      productFamily   = "Compute Instance | Compute Instance (bare metal)", tenancy = "Shared", capacitystatus = "Used"
      operatingSystem = "Windows", preInstalledSw = "SQL Web", licenseModel = "No License required", operation = "RunInstances:0202"
      usagetype       = "~BoxUsage* | ~BoxUsage", marketoption = "!CapacityBlock | !Spot"
    }
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "ec2/{instanceType}/windows-sql-std/on-demand" {
    where = {
      productFamily   = "Compute Instance | Compute Instance (bare metal)", tenancy = "Shared", capacitystatus = "Used"
      operatingSystem = "Windows", preInstalledSw = "SQL Std", licenseModel = "No License required", operation = "RunInstances:0006"
      usagetype       = "~BoxUsage* | ~BoxUsage", marketoption = "!CapacityBlock | !Spot"
    }
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "ec2/{instanceType}/windows-sql-ent/on-demand" {
    where = {
      productFamily   = "Compute Instance | Compute Instance (bare metal)", tenancy = "Shared", capacitystatus = "Used"
      operatingSystem = "Windows", preInstalledSw = "SQL Ent", licenseModel = "No License required", operation = "RunInstances:0102"
      usagetype       = "~BoxUsage* | ~BoxUsage", marketoption = "!CapacityBlock | !Spot"
    }
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "ec2/{instanceType}/rhel/on-demand" {
    where = {
      productFamily   = "Compute Instance | Compute Instance (bare metal)", tenancy = "Shared", capacitystatus = "Used"
      operatingSystem = "RHEL", preInstalledSw = "NA", licenseModel = "No License required", operation = "RunInstances:0010"
      usagetype       = "~BoxUsage* | ~BoxUsage", marketoption = "!CapacityBlock | !Spot"
    }
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "ec2/{instanceType}/suse/on-demand" {
    where = {
      productFamily   = "Compute Instance | Compute Instance (bare metal)", tenancy = "Shared", capacitystatus = "Used"
      operatingSystem = "SUSE", preInstalledSw = "NA", licenseModel = "No License required", operation = "RunInstances:000g"
      usagetype       = "~BoxUsage* | ~BoxUsage", marketoption = "!CapacityBlock | !Spot"
    }
    unit  = "hour"
    units = { Hrs = 1 }
  }
}
