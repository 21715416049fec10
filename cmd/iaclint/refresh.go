package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/pricing/refresh"
	"github.com/iaclint/iaclint/report"
)

type refreshFlags struct {
	providers, services, regions []string
	out, googleKey, format       string
	endpoints                    map[string]*string // by cloud
}

// What the environment may say in place of a flag.
var refreshEnv = map[string]string{
	"aws": "IACLINT_AWS_PRICES", "azure": "IACLINT_AZURE_PRICES", "gcp": "IACLINT_GOOGLE_PRICES",
}

const googleKeyEnv = "IACLINT_GOOGLE_API_KEY"

func (a *app) catalogueRefresh() *cobra.Command {
	f := refreshFlags{endpoints: map[string]*string{"aws": new(string), "azure": new(string), "gcp": new(string)}}
	c := &cobra.Command{
		Use:   "refresh",
		Short: "Read list prices from the clouds' own price lists, for check to use before those inside",
		Long: `refresh reads the AWS Price List, the Azure Retail Prices and the Google Cloud Billing
catalogue, and keeps the prices it knows the keys of in an overlay: a folder in the
user's cache, or --out DIR. Commands that estimate use an overlay of the user's cache by
themselves, and another with --catalogue DIR; --catalogue embedded leaves it out. What is
not read anew stays as it is.

This is the only command that asks price lists. It may be stopped at any time: the
overlay stays what it was, and the next run goes on where this one was. Google's list
asks for an API key, which is taken from ` + googleKeyEnv + ` or --google-key-file.`,
		Example: `  iaclint catalogue refresh --provider aws --service ec2 --service ebs --region eu-west-1
  iaclint catalogue refresh --out prices && iaclint check --catalogue prices`,
		Args: takes(0, 0),
		RunE: func(c *cobra.Command, _ []string) error { return a.refresh(c, f) },
	}
	flags := c.Flags()
	flags.StringSliceVar(&f.providers, "provider", nil, "aws, azure or google; may repeat (default: all)")
	flags.StringSliceVar(&f.services, "service", nil, "first part of the keys to read, as ec2, vm or gcs; may repeat (default: all that are mapped)")
	flags.StringSliceVar(&f.regions, "region", nil, "region to read, as the cloud writes it; may repeat (default: all)")
	flags.StringVar(&f.out, "out", "", "folder to write to (default: in the user's cache)")
	flags.StringVar(&f.googleKey, "google-key-file", "", "file that holds the API key for Google's list (default: "+googleKeyEnv+")")
	for cloud, name := range map[string]string{"aws": "aws", "azure": "azure", "gcp": "google"} {
		flags.StringVar(f.endpoints[cloud], name+"-endpoint", "", fmt.Sprintf("where the list is (default: %s, or %s)", refreshEnv[cloud], refresh.DefaultEndpoints[cloud]))
	}
	addFormat(c, &f.format)
	return c
}

// cloudOf is the cloud by the names people have for it.
var cloudOf = map[string]string{"aws": "aws", "azure": "azure", "azurerm": "azure", "google": "gcp", "gcp": "gcp"}

func (a *app) refresh(c *cobra.Command, f refreshFlags) error {
	if f.format != "text" && f.format != "json" {
		return fmt.Errorf("--format %q is not known here: text or json", f.format)
	}
	opt := refresh.Options{
		Services: f.services, Regions: f.regions, Dir: cmp.Or(f.out, overlayHome()), Day: time.Now().UTC().Format(time.DateOnly),
		Facts: catalogue.Embedded(), Endpoints: map[string]string{}, GoogleKey: strings.TrimSpace(os.Getenv(googleKeyEnv)),
	}
	if opt.Dir == "" {
		return hint{errors.New("the environment names no home (HOME), so there is no cache to write to"), "Name a folder with --out DIR"}
	}
	for _, name := range f.providers {
		cloud, ok := cloudOf[name]
		if !ok {
			return fmt.Errorf("--provider %q is not known: aws, azure or google", name)
		}
		if !slices.Contains(opt.Clouds, cloud) {
			opt.Clouds = append(opt.Clouds, cloud)
		}
	}
	for cloud, at := range f.endpoints {
		if at := cmp.Or(*at, os.Getenv(refreshEnv[cloud])); at != "" {
			opt.Endpoints[cloud] = at
		}
	}
	if f.googleKey != "" {
		key, err := os.ReadFile(f.googleKey)
		if err != nil {
			return fmt.Errorf("--google-key-file: %w", err)
		}
		opt.GoogleKey = strings.TrimSpace(string(key))
	}
	bar := a.progress()
	defer bar.done()
	opt.Progress = func(p refresh.Progress) {
		bar.say(fmt.Sprintf("%d of %d price lists, %d MB: %s", p.Done, p.Total, p.Bytes>>20, p.Part))
	}
	sum, err := refresh.Run(c.Context(), opt)
	bar.done()
	if err != nil {
		return a.refreshFailed(err)
	}
	return say(a, f.format, refreshReport(sum), report.WriteRefresh)
}

func (a *app) refreshFailed(err error) error {
	switch {
	case errors.As(err, new(refresh.Slip)):
		return err
	case errors.Is(err, context.Canceled):
		err = errors.New("the refresh was stopped")
	case errors.Is(err, refresh.ErrNoKey):
		return hint{err, "Put one into " + googleKeyEnv + " or name a file that holds it with --google-key-file; console.cloud.google.com makes keys for the Cloud Billing API"}
	case errors.As(err, new(*fs.PathError)), errors.As(err, new(*os.LinkError)):
		return hint{err, "Name another folder with --out DIR"}
	}
	return hint{err, "The prices are as they were. What was read is kept for a day: run the same again to go on"}
}

func refreshReport(s *refresh.Summary) *report.CatalogueRefresh {
	out := &report.CatalogueRefresh{
		SchemaVersion: report.SchemaVersion, Day: s.Day, Folder: s.Dir, Prices: s.Prices, Resumed: s.Resumed,
		Services: []report.RefreshedService{}, Unmapped: map[string][]string{}, Notes: append([]string{}, s.Notes...),
	}
	for _, v := range s.Services {
		one := report.RefreshedService{Cloud: v.Cloud, Service: v.Service, Regions: len(v.Regions), Prices: v.Prices, Same: v.Same, Moved: v.Moved, New: v.New}
		for _, r := range v.Refused {
			one.Refused = append(one.Refused, report.RefusedPrice{Reason: r.Reason, Rows: r.Rows, Example: r.Example})
		}
		out.Services = append(out.Services, one)
	}
	for _, k := range s.Kept {
		out.Unmapped[k.Cloud] = k.Services
	}
	return out
}
