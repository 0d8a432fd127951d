using DistArray.Fortran;
using DistArray.Mpi;

// Whole programs over a Fortran core that end in ways a test cannot survive: the last rank fails, the others wait for it in a barrier.
if (args is not [var fault, var library])
{
    Console.Error.WriteLine("usage: DistArray.Fortran.Faults FAULT LIBRARY");
    return 64;
}

return MpiEnvironment.Run(args, world =>
{
    using FortranLibrary core = FortranLibrary.Load(library, world);
    if (world.Rank == world.Size - 1)
    {
        switch (fault)
        {
            // Out of the callback, through the core's frames, to the call.
            case "callback":
                using (FortranCallback integrand = FortranCallback.Create<double, int, double>((x, k) => k < 3 ? x : throw new InvalidDataException("the integrand has a pole")))
                    core.Call<double>("legacy_integrate", integrand, 10);
                break;
            case "stop":
                core.Call("legacy_halt", 1);
                break;
            case "error-stop":
                core.Call("legacy_halt", 4);
                break;
            // Past the bridge, so that the STOP ends the process.
            case "stop-outside":
                StopOutside(core);
                break;
            default:
                throw new ArgumentException($"There is no fault '{fault}'.");
        }
    }
    world.Barrier();
    Console.WriteLine($"rank {world.Rank} done");
    return 0;
});

static unsafe void StopOutside(FortranLibrary core)
{
    var halt = (delegate* unmanaged[Cdecl]<int, void>)System.Runtime.InteropServices.NativeLibrary.GetExport(System.Runtime.InteropServices.NativeLibrary.Load(core.Path), "legacy_halt");
    halt(1);
}
