// Package jsonscan reads JSON by place instead of by value: it walks over a
// document, says where things stand, and decodes only what it is asked for.
//
// A Cursor works on bytes at hand; a Reader moves a window over an input of
// any length and hands its Cursor more when it runs short. Everything that is
// passed over is checked to be JSON by the rules of encoding/json, nested no
// deeper than MaxDepth, so that what is read later can be trusted to parse.
// Passing over does not recurse.
//
// It knows no Terraform.
package jsonscan
