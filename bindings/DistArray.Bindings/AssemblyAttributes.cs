using System.Runtime.CompilerServices;

// Signatures are blittable or source-generated: no marshalling stubs at run time, and Native AOT works.
[assembly: DisableRuntimeMarshalling]
