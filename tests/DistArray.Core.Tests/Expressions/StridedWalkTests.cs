namespace DistArray.Core.Tests.Expressions;

internal unsafe class StridedWalkTests
{
    [Test]
    public void Walk_OfDenseOperands_IsOneRow() => Assert.That(
        Panels([4, 5, 6], [new LocalOperand(0, [240, 48, 8]), new LocalOperand(1000, [240, 48, 8])]), Is.EqualTo(new[] { "1 x 120 at 0 by 8, 1000 by 8" }));

    [Test]
    public void Walk_GoesAlongTheDestinationsSmallestStride() => Assert.That(
        Panels([4, 5], [new LocalOperand(0, [8, 64]), new LocalOperand(1000, [40, 8])]), Is.EqualTo(new[] { "5 x 4 at 0 by 8, 1000 by 40" }));

    [Test]
    public void Walk_OverBackwardAxes_GoesForward() => Assert.That(
        Panels([3, 4], [new LocalOperand(88, [-32, -8]), new LocalOperand(1088, [-32, -8])]), Is.EqualTo(new[] { "1 x 12 at 0 by 8, 1000 by 8" }));

    [Test]
    public void Walk_OverABroadcastDestination_FollowsTheInputs() => Assert.That(
        Panels([3, 4], [new LocalOperand(0, [0, 8]), new LocalOperand(1000, [8, 24])]), Is.EqualTo(new[] { "4 x 3 at 0 by 0, 1000 by 8" }));

    [Test]
    public void Walk_InOrder_JoinsButDoesNotSort()
    {
        Assert.That(Panels([2, 4], [new LocalOperand(0, [8, 16]), new LocalOperand(1000, [8, 16])], ordered: true), Is.EqualTo(new[] { "2 x 4 at 0 by 16, 1000 by 16" }));
        Assert.That(Panels([2, 4], [new LocalOperand(0, [32, 8]), new LocalOperand(1000, [32, 8])], ordered: true), Is.EqualTo(new[] { "1 x 8 at 0 by 8, 1000 by 8" }));
    }

    [Test]
    public void Walk_OverATable_HasAPanelAnIndex() => Assert.That(
        Panels([3, 4], [new LocalOperand(0, [32, 8]), new LocalOperand(1000, [0, 8], [[64, 0, 100], null])]),
        Is.EqualTo(new[] { "1 x 4 at 0 by 8, 1064 by 8", "1 x 4 at 32 by 8, 1000 by 8", "1 x 4 at 64 by 8, 1100 by 8" }));

    [Test]
    public void Walk_OverATableOfEqualSteps_IsAStride() => Assert.That(
        Panels([3, 4], [new LocalOperand(0, [32, 8]), new LocalOperand(1000, [0, 8], [[64, 96, 128], null])]), Is.EqualTo(new[] { "1 x 12 at 0 by 8, 1064 by 8" }));

    [Test]
    public void Walk_OverManyAxes_VisitsEachPanel()
    {
        string[] panels = Panels([2, 3, 1, 2, 2], [new LocalOperand(0, [800, 200, 7, 48, 8]), new LocalOperand(1000, [8, 16, 7, 0, 0])]);
        Assert.That(panels.Select(panel => panel.Split(" by ")[0]), Is.EqualTo(new[] { 0, 200, 400, 800, 1000, 1200 }.Select(at => $"2 x 2 at {at}")));
    }

    [Test]
    public void Walk_WithoutElements_HasNoPanel() => Assert.That(Panels([3, 0], [new LocalOperand(0, [8, 8]), new LocalOperand(0, [8, 8])]), Is.Empty);

    // As text, of two operands.
    private static string[] Panels(int[] shape, LocalOperand[] operands, bool ordered = false)
    {
        long* words = stackalloc long[StridedWalk.Words(shape.Length, operands.Length)];
        var walk = new StridedWalk(shape, operands[0], operands.AsSpan(1), ordered, [.. operands.Select(_ => 8)], words);
        var record = new Record([]);
        walk.Run(ref record);
        return [.. record.Panels];
    }

    private readonly struct Record(List<string> panels) : IPanelEngine
    {
        public List<string> Panels => panels;

        public void Run(in Panel panel, nint* pointers) =>
            panels.Add($"{panel.Rows} x {panel.Count} at {pointers[0]} by {panel.Strides[0]}, {pointers[1]} by {panel.Strides[1]}");
    }
}
