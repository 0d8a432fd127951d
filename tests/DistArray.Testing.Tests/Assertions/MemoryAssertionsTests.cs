namespace DistArray.Testing.Tests.Assertions;

[NonParallelizable]
public class MemoryAssertionsTests
{
    [Test]
    public void Views_ShareMemory_CopiesDoNot()
    {
        static DistArray<double> Of(ICommunicator world) => Np.Zeros<double>(new Distribution(world, [6, 4], "bn", haloLow: [1, 0], haloHigh: [1, 0]));
        Assert.That(Ranks.SayAlike(3, Of, (_, array) => Does.ShareMemoryWith(array)), Is.Null);
        Assert.That(Ranks.SayAlike(3, world => Of(world), (_, array) => Does.ShareMemoryWith(array.Copy())), Is.EqualTo("elements in the other array's memory | elsewhere on ranks 0-2"));
        Assert.That(Ranks.SayAlike(3, world => { DistArray<double> whole = Of(world); return (whole, view: whole[1..5, ..2]); }, (_, both) => new Applied(both.view, Does.ShareMemoryWith(both.whole))), Is.Null);
    }

    [Test]
    public unsafe void Elements_LieInAPieceOfMemory()
    {
        using DistArray<double> array = Np.Zeros<double>(new Distribution(new SelfCommunicator(), [4]));
        nint address = (nint)array.LocalView.Pointer;
        Assert.That(array, Does.LieIn<double>(address, 32));
        Assert.That(Does.LieIn<double>(address, 31).ApplyTo(array).IsSuccess, Is.False);
        Assert.That(Does.LieIn<double>(address + 8, 32).ApplyTo(array).IsSuccess, Is.False);
    }

    [Test]
    public void Leak_OfAnArray_IsFound()
    {
        List<DistArray<double>> kept = [];
        SelfCommunicator world = new();
        Assert.That(() => { using var a = Np.Zeros<double>(new Distribution(world, [1000])); }, Does.NotLeak(world));
        string? said = Ranks.SayAlike<Action>(1, alone => () => kept.Add(Np.Zeros<double>(new Distribution(alone, [1024]))), (alone, _) => Does.NotLeak(alone));
        Assert.That(said, Is.EqualTo("no memory of arrays and no file left behind | left 8192 bytes of arrays (most, on rank 0; too many on rank 0)"));
        foreach (DistArray<double> array in kept) array.Dispose();
    }

    [Test]
    public void Leak_OfAFile_IsFound()
    {
        List<FileStream> kept = [];
        Assert.That(Does.NotLeak(new SelfCommunicator()).ApplyTo<Action>(() => kept.Add(File.OpenRead("/dev/null"))).IsSuccess, Is.False);
        foreach (FileStream file in kept) file.Dispose();
    }

    [Test]
    public void Allocations_AreBounded()
    {
        SelfCommunicator world = new();
        byte[] kept = [];
        Assert.That(() => kept.AsSpan().Clear(), Does.AllocateAtMost(world, managedBytes: 0));
        Assert.That(Does.AllocateAtMost(world, managedBytes: 1000).ApplyTo<Action>(() => kept = new byte[2000]).IsSuccess, Is.False);
        Assert.That(Does.AllocateAtMost(world, managedBytes: 2100).ApplyTo<Action>(() => kept = new byte[2000]).IsSuccess, Is.True);
        void Make() => Np.Zeros<double>(new Distribution(world, [1024])).Dispose();
        Assert.That(Does.AllocateAtMost(world, managedBytes: 100000, nativeBytes: 8191).ApplyTo<Action>(Make).IsSuccess, Is.False);
        Assert.That(Make, Does.AllocateAtMost(world, managedBytes: 100000, nativeBytes: 8192));
        Assert.That(kept, Has.Length.EqualTo(2000));
    }

    // A constraint on another object than the one that Assert.That gets.
    private sealed class Applied(object actual, NUnit.Framework.Constraints.Constraint constraint) : NUnit.Framework.Constraints.Constraint
    {
        public override string Description => constraint.Description;

        public override NUnit.Framework.Constraints.ConstraintResult ApplyTo<TActual>(TActual ignored) => constraint.ApplyTo(actual);
    }
}
