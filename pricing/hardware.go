package pricing

import (
	"fmt"
	"strings"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// place is what a region does to a kilowatt-hour. A region that is not known,
// or has no row, takes the world's average and says so.
func (e *Estimator) place(cloud, region string) place {
	p := place{grade: "B"}
	grid, ok := e.facts.Grid(cloud, region)
	switch {
	case !ok && region == "":
		p.notes = append(p.notes, "region not known: world average grid")
	case !ok:
		p.notes = append(p.notes, fmt.Sprintf("no grid figure for %s: world average", region))
	}
	if !ok {
		grid = e.facts.WorldGrid()
	}
	p.gramsPerKWh = grid.GPerKWh
	if e.opt.Carbon.Ember && grid.EmberGPerKWh > 0 {
		p.gramsPerKWh = grid.EmberGPerKWh
		p.notes = append(p.notes, "grid: country average (Ember)")
	}
	switch grid.Confidence {
	case "high":
	case "medium":
		p.grade = "C"
	default:
		p.grade = gradeUnknown
	}
	site, ok := e.facts.Site(cloud, region)
	if !ok {
		p.pue, p.grade = 1.5, gradeUnknown
		p.notes = append(p.notes, "PUE not known: 1.5 assumed")
		return p
	}
	p.pue, p.litresPerKWh, p.hasWater = site.PUE, site.WUE, site.HasWUE
	if site.Basis != "published" {
		p.grade = max(p.grade, "C")
	}
	return p
}

// machineDraw is an instance type: from its own row, or by vCPU and memory
// where the catalogue knows no more than that.
func (e *Estimator) machineDraw(cloud string, l load) (draw, *Missing) {
	m, ok := e.facts.Machine(cloud, l.machine)
	if !ok {
		return draw{}, e.unknownMachine(l)
	}
	if strings.HasPrefix(m.Name, "mac") {
		return draw{}, &Missing{Line: l.name, Reason: "no figure fits Mac hosts"}
	}
	if !m.HasWatts() {
		d, miss := e.vcpuDraw(cloud, m.VCPU, m.MemoryGiB, m.ISA, e.percent(l, loadDefault))
		d.notes = append(d.notes, fmt.Sprintf("%s: medians of %s by vCPU and memory", m.Name, cloud))
		return d, miss
	}
	curve := []point{{0, m.Watts[0]}, {10, m.Watts[1]}, {50, m.Watts[2]}, {100, m.Watts[3]}}
	percent := e.percent(l, loadDefault)
	if m.BaselinePct > 0 && l.percent < 0 {
		percent = m.BaselinePct
	}
	d := draw{watts: interpolate(curve, percent), wattsFull: m.Watts[3]}
	d.gradeOp, d.gradeEmb = rowGrades(m)
	host := m.EmbodiedKg - m.LocalSSDGB*ssdKgPerGB - m.LocalHDDGB*hddKgPerGB
	if m.GPUCount > 0 {
		if gpu, ok := e.facts.GPU(m.GPU); ok {
			host -= m.GPUCount * gpu.EmbodiedKg
			d.parts = append(d.parts, madeOf{m.GPUCount * gpu.EmbodiedKg, m.GPUCount * gpu.EmbodiedLowKg, m.GPUCount * gpu.EmbodiedHighKg})
		}
	}
	d.parts = append(d.parts, madeOf{kg: host})
	if m.LocalSSDGB > 0 {
		d.parts = append(d.parts, ssd(m.LocalSSDGB))
	}
	if m.LocalHDDGB > 0 {
		d.parts = append(d.parts, madeOf{kg: m.LocalHDDGB * hddKgPerGB})
	}
	if m.Match == "cpu-unknown" {
		d.notes = append(d.notes, m.Name+": processor not known, the cloud's median")
	}
	e.addGPUs(&d, l)
	return d, nil
}

// rowGrades are the grades of an instance row by the table of the method.
func rowGrades(m catalogue.Machine) (operational, embodied string) {
	operational, embodied = "B", "B"
	switch m.Match {
	case "exact":
	case "rule":
		embodied = "C"
	case "disk-unknown":
		embodied = "D"
	default:
		operational, embodied = "D", "D"
	}
	switch q := m.TDPQuality; {
	case strings.HasPrefix(q, "published"), q == "derived":
	case q == "fallback":
		operational = "D"
	default:
		operational = max(operational, "C")
	}
	if m.GPUCount > 0 || m.LocalSSDGB > 0 || m.LocalHDDGB > 0 {
		embodied = "D"
	}
	return operational, embodied
}

// addGPUs puts accelerators that are chosen apart from the machine on top.
func (e *Estimator) addGPUs(d *draw, l load) {
	if l.gpu == "" || l.gpus == 0 {
		return
	}
	gpu, ok := e.facts.GPU(l.gpu)
	if !ok {
		d.notes = append(d.notes, fmt.Sprintf("accelerator %s left out: no facts", l.gpu))
		return
	}
	d.watts += l.gpus * gpu.TDPWatts * interpolate(loadCurve, gpuLoad)
	d.wattsFull += l.gpus * gpu.TDPWatts * interpolate(loadCurve, 100)
	d.parts = append(d.parts, madeOf{l.gpus * gpu.EmbodiedKg, l.gpus * gpu.EmbodiedLowKg, l.gpus * gpu.EmbodiedHighKg})
	d.gradeEmb = "D"
}

// vcpuDraw is hardware of which only vCPU and memory are known: the medians of
// the cloud, ranging from the 10th to the 90th percentile.
func (e *Estimator) vcpuDraw(cloud string, vcpu, memoryGiB float64, isa string, percent float64) (draw, *Missing) {
	if isa != "arm64" {
		isa = "x86"
	}
	f, ok := e.facts.Fallback(cloud, isa)
	if !ok {
		return draw{}, &Missing{Reason: "no median machine of " + cloud}
	}
	memory := memoryGiB * wattsPerGiB
	watts := func(tdp float64) float64 { return cpuWatts(vcpu, vcpu, tdp, percent) + memory }
	d := draw{
		watts:     watts(f.TDPPerVCPU),
		wattsLow:  watts(f.TDPLow),
		wattsTop:  watts(f.TDPHigh),
		wattsFull: cpuWatts(vcpu, vcpu, f.TDPPerVCPU, 100) + memory,
		parts:     []madeOf{{vcpu * f.HostKgPerVCPU, vcpu * f.HostKgLow, vcpu * f.HostKgHigh}},
		gradeOp:   "D", gradeEmb: "D",
	}
	return d, nil
}

func ssd(gigabytes float64) madeOf {
	kg := gigabytes * ssdKgPerGB
	return madeOf{kg, kg * ssdLow, kg * ssdHigh}
}

// storageDraw is bytes at rest, in all the copies the service keeps.
func (e *Estimator) storageDraw(cloud string, l load) (draw, *Missing) {
	s, ok := e.facts.Storage(cloud, l.storage, l.selector)
	if !ok {
		return draw{}, &Missing{Line: l.name, Reason: fmt.Sprintf("no facts about storage of kind %s %s", l.storage, l.selector)}
	}
	copies := l.gigabytes * s.Replication
	d := draw{watts: copies / 1000 * s.WattsPerTB, gradeOp: "B"}
	d.wattsFull = d.watts
	if s.Media == "hdd" {
		d.parts, d.gradeEmb = []madeOf{{kg: copies * hddKgPerGB}}, "C"
	} else {
		d.parts, d.gradeEmb = []madeOf{ssd(copies)}, "D"
	}
	return d, nil
}
