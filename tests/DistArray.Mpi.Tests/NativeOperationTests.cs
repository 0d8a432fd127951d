using DistArray.Testing;

namespace DistArray.Mpi.Tests;

public class NativeOperationTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Allreduce_WithMoreOperationsThanMpiTakes_FreesTheCollectedOnes(ICommunicator world)
    {
        // The native table holds 128 at a time.
        for (int k = 0; k < 400; k++)
        {
            int factor = k;
            var operation = new Operation<long>((a, b) => a + b + factor);
            Assert.That(world.Allreduce(world.Rank + 1L, operation), Is.EqualTo((world.Size * (world.Size + 1L) / 2) + ((world.Size - 1L) * k)));
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void Allreduce_WithAFunctionThatThrows_ThrowsAfterTheCall(ICommunicator world)
    {
        var operation = new Operation<int>((a, b) => throw new InvalidDataException($"cannot combine {a} and {b}"));
        CommunicationException? error = null;
        try
        {
            world.Allreduce(world.Rank, operation);
        }
        catch (CommunicationException e)
        {
            error = e;
        }
        int ranks = world.Allreduce(error is null ? 0 : 1, Operation<int>.Add);
        Assert.That(ranks, world.Size == 1 ? Is.Zero : Is.Positive);
        if (error is not null)
        {
            Assert.That(error.InnerException, Is.InstanceOf<InvalidDataException>());
            Assert.That(error.Message, Does.Contain("cannot combine"));
        }
    }

    [MpiTest(2, 3)]
    public void ImmediateAllreduce_ForgottenOperation_StaysAliveUntilItHasCompleted(ICommunicator world)
    {
        long[] mine = [world.Rank + 1, 10 * (world.Rank + 1)], sum = new long[2];
        int others = MpiRequest.ActiveCount; // what ranks did not agree on in a test before stays under way
        Request request = Start(world, mine, sum);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.That(MpiRequest.ActiveCount, Is.EqualTo(others + 1));
        request.Wait();
        long total = world.Size * (world.Size + 1L) / 2;
        Assert.That(sum, Is.EqualTo(new[] { total, 10 * total }));
        Assert.That(MpiRequest.ActiveCount, Is.EqualTo(others));
    }

    private static Request Start(ICommunicator world, long[] mine, long[] sum) =>
        world.ImmediateAllreduce(mine, sum, new Operation<long>((a, b) => a + b));
}
