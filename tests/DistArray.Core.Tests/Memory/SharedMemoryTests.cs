namespace DistArray.Core.Tests.Memory;

/// <summary>Memory that two owners show: pending arrays see the values of the moment when they were built, through whichever owner it is written.</summary>
public unsafe class SharedMemoryTests
{
    private static DistArray<double> Foreign(double* memory, int length) =>
        DistArray<double>.Wrap(new Distribution(new SelfCommunicator(), [length]), new LocalBlock<double>(memory, [length], [1], new ForeignMemory(memory, length * sizeof(double), "u")));

    private static DistArray<double> Pinned(double[] values) =>
        DistArray<double>.Wrap(new Distribution(new SelfCommunicator(), [values.Length]), LocalBlock<double>.FromArray(values, [values.Length]), ownsMemory: true);

    [Test]
    public void Write_ThroughASecondWrapper_ReachesPendingReadersOfTheFirst()
    {
        double* memory = stackalloc double[] { 1, 2, 3, 4 };
        using DistArray<double> first = Foreign(memory, 4), second = Foreign(memory, 4);
        using DistArray<double> pending = first * 10;
        second.Fill(7);
        Assert.That(pending.ToArray(), Is.EqualTo(new double[] { 10, 20, 30, 40 }));
        Assert.That(first.ToArray(), Is.EqualTo(new double[] { 7, 7, 7, 7 }));
    }

    [TestCase(0, 4, 3, 3)]
    [TestCase(3, 3, 0, 4)]
    [TestCase(1, 2, 0, 6)]
    public void Write_ToAnOverlappingPart_ReachesPendingReaders(int readBegin, int readLength, int writeBegin, int writeLength)
    {
        double* memory = stackalloc double[] { 1, 2, 3, 4, 5, 6 };
        using DistArray<double> read = Foreign(memory + readBegin, readLength), written = Foreign(memory + writeBegin, writeLength);
        using DistArray<double> pending = read + 0.5;
        written.Fill(-1);
        Assert.That(pending.ToArray(), Is.EqualTo(Enumerable.Range(readBegin, readLength).Select(i => i + 1.5)));
    }

    [Test]
    public void Write_ToMemoryBeside_LeavesPendingReadersPending()
    {
        double* memory = stackalloc double[] { 1, 2, 3, 4 };
        using DistArray<double> left = Foreign(memory, 2), right = Foreign(memory + 2, 2);
        using DistArray<double> pending = left * 10;
        right.Fill(7);
        Assert.That(pending.IsPending);
        Assert.That(pending.ToArray(), Is.EqualTo(new double[] { 10, 20 }));
    }

    [Test]
    public void Write_ThroughALocalViewOfASecondWrapper_ReachesPendingReaders()
    {
        double[] values = [1, 2, 3];
        using DistArray<double> first = Pinned(values), second = Pinned(values);
        using DistArray<double> pending = first + second;
        second.LocalView[1] = 50;
        Assert.That(pending.ToArray(), Is.EqualTo(new double[] { 2, 4, 6 }));
        Assert.That(first.ToArray(), Is.EqualTo(new double[] { 1, 50, 3 }));
    }

    [Test]
    public void Write_ByTheBorrowerOfLentMemory_ReachesPendingReadersOfTheLender()
    {
        using DistArray<double> lender = Np.Arange<double>(new SelfCommunicator(), 4);
        using DistArray<double> pending = lender * 2;
        using IDisposable loan = lender.Block.Owner.Lend("a solver");
        using DistArray<double> later = lender * 3;
        using DistArray<double> borrower = Foreign((double*)lender.Block.Owner.Pointer, 4);
        using DistArray<double> latest = lender * 4;
        borrower.Fill(9);
        Assert.That(pending.ToArray(), Is.EqualTo(new double[] { 0, 2, 4, 6 }));
        Assert.That(later.ToArray(), Is.EqualTo(new double[] { 0, 3, 6, 9 }));
        Assert.That(latest.ToArray(), Is.EqualTo(new double[] { 0, 4, 8, 12 }));
        Assert.That(lender.Sum(), Is.EqualTo(36));
    }

    [Test]
    public void Write_ByTheLenderOfMemory_ReachesPendingReadersOfTheBorrower()
    {
        using DistArray<double> lender = Np.Arange<double>(new SelfCommunicator(), 4);
        using IDisposable loan = lender.Block.Owner.Lend("a solver");
        using DistArray<double> borrower = Foreign((double*)lender.Block.Owner.Pointer, 4);
        using DistArray<double> pending = borrower * 2;
        lender.Fill(9);
        Assert.That(pending.ToArray(), Is.EqualTo(new double[] { 0, 2, 4, 6 }));
    }

    [Test]
    public void Wrappers_OfPassingMemory_AreForgotten()
    {
        double* memory = stackalloc double[] { 1, 2 };
        for (int i = 0; i < 1000; i++)
        {
            using DistArray<double> read = Foreign(memory, 2), written = Foreign(memory, 2);
            using DistArray<double> pending = read * 2;
            written.Fill(i);
        }
        using DistArray<double> last = Foreign(memory, 2);
        last.Fill(0);
        Assert.That(SharedReaders.Any, Is.False);
    }
}
