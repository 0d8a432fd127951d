using DistArray;
using DistArray.Bindings;
using DistArray.Mpi;

// The last rank fails as the argument says; the others wait for it in a barrier.
if (args is not [var fault])
{
    Console.Error.WriteLine("usage: DistArray.Mpi.Faults FAULT");
    return 64;
}

return MpiEnvironment.Run(args, world =>
{
    bool last = world.Rank == world.Size - 1;
    EndFaults.TellWhatIsOpen();
    if (last)
        Console.Error.WriteLine($"fault at {DateTime.UtcNow:O}");
    if (GuardFaults.Run(fault, world) is { } status)
        return status;
    switch (fault)
    {
        case "none":
            break;
        case "status":
            return last ? 3 : 0;
        case "throw" when last:
            throw new InvalidDataException("the input of this rank is bad");
        case "throw-in-using" when last:
            using (world.Duplicate())
                throw new InvalidDataException("the input of this rank is bad");
        case "throw-in-using":
            world.Duplicate();
            break;
        case "throw-on-thread" when last:
            var thread = new Thread(() => throw new InvalidDataException("a thread of this rank failed"));
            thread.Start();
            thread.Join();
            break;
        case "abort" when last:
            using (new Timer(_ => MpiEnvironment.Abort(new InvalidDataException("a timer of this rank found a fault")), null, 10, Timeout.Infinite))
                Thread.Sleep(Timeout.Infinite);
            break;
        case "throw-in-task" when last:
            Lose();
            while (true)
            {
                GC.Collect();
                Thread.Sleep(10);
            }
        case "lost-task" when last:
            Lose();
            Thread.Sleep(100);
            return 0;
        case "lost-task":
            return 0;
        case "busy":
            while (true) Thread.Sleep(10);
        case "return" when last:
            return 0;
        case "exit" when last:
            Environment.Exit(0);
            break;
        case "exit-9" when last:
            Environment.Exit(9);
            break;
        case "mpi-error" when last:
            SendToNobody(world);
            break;
        default:
            if (last) EndFaults.Fail(fault, world);
            break;
    }
    world.Barrier();
    Console.WriteLine($"rank {world.Rank} of {world.Size} done");
    return 0;
});

static void Lose() => _ = Task.Run(() => throw new InvalidDataException("a task of this rank failed"));

// Past the checks of the communicator, so that it is MPI that complains.
static unsafe void SendToNobody(Communicator world) =>
    NativeStatus.Check(NativeMpi.Send(world.Handle, null, 0, (int)ElementType.Float64, world.Size, 0));
