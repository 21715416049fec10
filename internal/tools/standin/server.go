package main

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// server answers Terraform in the name of one provider.
type server struct {
	refusals
	name     string
	facts    *Facts
	settings settings
}

func (s *server) GetMetadata(context.Context, *tfprotov5.GetMetadataRequest) (*tfprotov5.GetMetadataResponse, error) {
	response := &tfprotov5.GetMetadataResponse{}
	for _, name := range keys(s.facts.Resources) {
		response.Resources = append(response.Resources, tfprotov5.ResourceMetadata{TypeName: name})
	}
	return response, nil
}

func (s *server) GetProviderSchema(context.Context, *tfprotov5.GetProviderSchemaRequest) (*tfprotov5.GetProviderSchemaResponse, error) {
	response := &tfprotov5.GetProviderSchemaResponse{
		Provider:          s.facts.Provider.Schema(),
		ResourceSchemas:   map[string]*tfprotov5.Schema{},
		DataSourceSchemas: map[string]*tfprotov5.Schema{},
	}
	for name, block := range s.facts.Resources {
		response.ResourceSchemas[name] = block.Schema()
	}
	return response, nil
}

func (s *server) PrepareProviderConfig(_ context.Context, request *tfprotov5.PrepareProviderConfigRequest) (*tfprotov5.PrepareProviderConfigResponse, error) {
	return &tfprotov5.PrepareProviderConfigResponse{PreparedConfig: request.Config}, nil
}

func (s *server) ConfigureProvider(_ context.Context, request *tfprotov5.ConfigureProviderRequest) (*tfprotov5.ConfigureProviderResponse, error) {
	config, err := request.Config.Unmarshal(s.facts.Provider.Schema().ValueType())
	if err != nil {
		return nil, err
	}
	fields, err := decode(config)
	if err != nil {
		return nil, err
	}
	s.settings, err = readSettings(fields)
	return &tfprotov5.ConfigureProviderResponse{}, err
}

// kind finds a resource type and the type of its values.
func (s *server) kind(name string) (*Block, tftypes.Type, error) {
	block, ok := s.facts.Resources[name]
	if !ok {
		return nil, nil, fmt.Errorf("the stand-in for %s has no facts about %s: add the type to its schema file", s.name, name)
	}
	return block, block.Schema().ValueType(), nil
}

func (s *server) UpgradeResourceState(_ context.Context, request *tfprotov5.UpgradeResourceStateRequest) (*tfprotov5.UpgradeResourceStateResponse, error) {
	_, kind, err := s.kind(request.TypeName)
	if err != nil {
		return nil, err
	}
	value, err := request.RawState.UnmarshalWithOpts(kind, tfprotov5.UnmarshalOpts{
		ValueFromJSONOpts: tftypes.ValueFromJSONOpts{IgnoreUndefinedAttributes: true},
	})
	if err != nil {
		return nil, err
	}
	state, err := tfprotov5.NewDynamicValue(kind, value)
	return &tfprotov5.UpgradeResourceStateResponse{UpgradedState: &state}, err
}

func (s *server) ReadResource(_ context.Context, request *tfprotov5.ReadResourceRequest) (*tfprotov5.ReadResourceResponse, error) {
	return &tfprotov5.ReadResourceResponse{NewState: request.CurrentState}, nil
}

func (s *server) PlanResourceChange(_ context.Context, request *tfprotov5.PlanResourceChangeRequest) (*tfprotov5.PlanResourceChangeResponse, error) {
	block, kind, err := s.kind(request.TypeName)
	if err != nil {
		return nil, err
	}
	var values [3]object
	for i, dynamic := range []*tfprotov5.DynamicValue{request.Config, request.ProposedNewState, request.PriorState} {
		value, err := dynamic.Unmarshal(kind)
		if err != nil {
			return nil, err
		}
		if values[i], err = decode(value); err != nil {
			return nil, err
		}
	}
	config, proposed, prior := values[0], values[1], values[2]
	if proposed == nil { // a deletion
		return &tfprotov5.PlanResourceChangeResponse{PlannedState: request.ProposedNewState}, nil
	}
	planned, err := block.settle(config, proposed, prior)
	if err != nil {
		return nil, err
	}
	s.project(planned)
	if err := s.labels(planned, prior); err != nil {
		return nil, err
	}
	whole, err := s.fold(tftypes.NewValue(kind, map[string]tftypes.Value(planned)))
	if err != nil {
		return nil, err
	}
	response := &tfprotov5.PlanResourceChangeResponse{UnsafeToUseLegacyTypeSystem: true}
	if prior != nil {
		if planned, err = decode(whole); err != nil {
			return nil, err
		}
		response.RequiresReplace = block.replacements(planned, prior, tftypes.NewAttributePath())
	}
	state, err := tfprotov5.NewDynamicValue(kind, whole)
	response.PlannedState = &state
	return response, err
}

func (s *server) ApplyResourceChange(_ context.Context, request *tfprotov5.ApplyResourceChangeRequest) (*tfprotov5.ApplyResourceChangeResponse, error) {
	_, kind, err := s.kind(request.TypeName)
	if err != nil {
		return nil, err
	}
	planned, err := request.PlannedState.Unmarshal(kind)
	if err != nil {
		return nil, err
	}
	if !planned.IsNull() {
		if planned, err = s.invent(request.TypeName, planned); err != nil {
			return nil, err
		}
	}
	state, err := tfprotov5.NewDynamicValue(kind, planned)
	return &tfprotov5.ApplyResourceChangeResponse{NewState: &state, UnsafeToUseLegacyTypeSystem: true}, err
}
