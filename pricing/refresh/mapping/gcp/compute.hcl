# Machines are the sum of their cores and memory, which is how Google bills them.
# Custom machines, sole tenancy and commitments are called otherwise.
family "e2" {
  list = "6F81-5844-456A"
  core = "E2 Instance Core"
  ram  = "E2 Instance Ram"
}
family "n1" {
  list = "6F81-5844-456A"
  core = "N1 Predefined Instance Core"
  ram  = "N1 Predefined Instance Ram"
}
family "n2" {
  list = "6F81-5844-456A"
  core = "N2 Instance Core"
  ram  = "N2 Instance Ram"
}
family "n2d" {
  list = "6F81-5844-456A"
  core = "N2D AMD Instance Core"
  ram  = "N2D AMD Instance Ram"
}
family "n4" {
  list = "6F81-5844-456A"
  core = "N4 Instance Core"
  ram  = "N4 Instance Ram"
}
family "t2d" {
  list = "6F81-5844-456A"
  core = "T2D AMD Instance Core"
  ram  = "T2D AMD Instance Ram"
}
family "t2a" {
  list = "6F81-5844-456A"
  core = "T2A Arm Instance Core"
  ram  = "T2A Arm Instance Ram"
}
family "c2" {
  list = "6F81-5844-456A"
  core = "Compute optimized Core | Compute optimized Instance Core"
  ram  = "Compute optimized Ram | Compute optimized Instance Ram"
}
family "c2d" {
  list = "6F81-5844-456A"
  core = "C2D AMD Instance Core"
  ram  = "C2D AMD Instance Ram"
}
family "c3" {
  list = "6F81-5844-456A"
  core = "C3 Instance Core"
  ram  = "C3 Instance Ram"
}
family "c3d" {
  list = "6F81-5844-456A"
  core = "C3D Instance Core | C3D AMD Instance Core"
  ram  = "C3D Instance Ram | C3D AMD Instance Ram"
}
family "c4" {
  list = "6F81-5844-456A"
  core = "C4 Instance Core"
  ram  = "C4 Instance Ram"
}
family "c4a" {
  list = "6F81-5844-456A"
  core = "C4A Instance Core | C4A Arm Instance Core"
  ram  = "C4A Instance Ram | C4A Arm Instance Ram"
}
family "c4d" {
  list = "6F81-5844-456A"
  core = "C4D Instance Core | C4D AMD Instance Core"
  ram  = "C4D Instance Ram | C4D AMD Instance Ram"
}
family "m1" {
  list = "6F81-5844-456A"
  core = "Memory-optimized Instance Core"
  ram  = "Memory-optimized Instance Ram"
}
family "m3" {
  list = "6F81-5844-456A"
  core = "M3 Instance Core | M3 Memory-optimized Instance Core"
  ram  = "M3 Instance Ram | M3 Memory-optimized Instance Ram"
}
