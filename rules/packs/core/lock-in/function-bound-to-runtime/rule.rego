# METADATA
# title: Function package tied to the provider's runtime
# description: |
#   A zip file runs where somebody provides the runtime, its handler signature
#   and its base image, and until that runtime is retired; an image with an HTTP
#   handler runs on any container host. Said only where a team has decided for
#   images, by the parameter of that name.
# related_resources:
# - ref: https://docs.aws.amazon.com/lambda/latest/dg/images-create.html
# - ref: https://github.com/opencontainers/image-spec
# custom:
#   code: LOCK-006
#   severity: info
#   types: [aws_lambda_function]
#   remediation: Build an OCI image with an HTTP handler, and let an adapter translate the events.
#   only_with: [images]
#   params:
#     type: object
#     properties:
#       images: {type: boolean, description: Whether functions are to be images. No default.}
#       allow: {type: array, default: [], description: Globs of addresses that may stay zip files., items: {type: string}}
#   saving: advisory
#   since: 0.1.0
#   idea: OCI images are the common denominator
package iaclint.lock_in.function_bound_to_runtime

findings contains {
	"path": "package_type",
	"message": sprintf("a zip file for %s, not an image", [runtime]),
	"rests_on": ["package_type"],
} if {
	input.params.images
	not input.resource.values.package_type == "Image"
	not settled
}

default runtime := "a runtime of the provider"

runtime := sprintf("the provider's %s", [input.resource.values.runtime]) if input.resource.values.runtime != ""

settled if {
	some pattern in input.params.allow
	glob.match(pattern, [], input.resource.address)
}
