package main

import (
	"path/filepath"
	"strings"
)

// azureNames are the regions as Azure's portal shows them: the collected
// table has the names of its bills ("EU West") for some and none for most.
const azureNames = `australiacentral Australia Central
australiacentral2 Australia Central 2
australiaeast Australia East
australiasoutheast Australia Southeast
austriaeast Austria East
belgiumcentral Belgium Central
brazilsouth Brazil South
brazilsoutheast Brazil Southeast
canadacentral Canada Central
canadaeast Canada East
centralindia Central India
centralus Central US
chilecentral Chile Central
denmarkeast Denmark East
eastasia East Asia
eastus East US
eastus2 East US 2
francecentral France Central
francesouth France South
germanynorth Germany North
germanywestcentral Germany West Central
indonesiacentral Indonesia Central
israelcentral Israel Central
italynorth Italy North
japaneast Japan East
japanwest Japan West
jioindiacentral Jio India Central
jioindiawest Jio India West
koreacentral Korea Central
koreasouth Korea South
malaysiawest Malaysia West
mexicocentral Mexico Central
newzealandnorth New Zealand North
northcentralus North Central US
northeurope North Europe
norwayeast Norway East
norwaywest Norway West
polandcentral Poland Central
qatarcentral Qatar Central
southafricanorth South Africa North
southafricawest South Africa West
southcentralus South Central US
southeastasia Southeast Asia
southindia South India
spaincentral Spain Central
swedencentral Sweden Central
swedensouth Sweden South
switzerlandnorth Switzerland North
switzerlandwest Switzerland West
uaecentral UAE Central
uaenorth UAE North
uksouth UK South
ukwest UK West
usgovarizona US Gov Arizona
usgovtexas US Gov Texas
usgovvirginia US Gov Virginia
westcentralus West Central US
westeurope West Europe
westindia West India
westus West US
westus2 West US 2
westus3 West US 3`

func writeRegions(from, to string) error {
	var lines []string
	for l := range strings.SplitSeq(azureNames, "\n") {
		code, name, _ := strings.Cut(l, " ")
		lines = append(lines, record("azure", code, name))
	}
	err := eachRow(filepath.Join(from, "prices", "regions.csv"), func(r row) error {
		if r.get("provider") != "azure" {
			lines = append(lines, record(r.get("provider"), r.get("region"), r.get("name")))
		}
		return nil
	})
	if err != nil {
		return err
	}
	return writeTable(filepath.Join(to, "regions.csv"), "cloud,code,name", lines)
}
