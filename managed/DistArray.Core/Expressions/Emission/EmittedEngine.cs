namespace DistArray;

/// <summary>Runs an emitted loop over panels whose rows are dense, or of one element that meets the whole row.</summary>
internal readonly unsafe struct EmittedEngine(EmittedLoop loop, FusedConstant* constants) : IPanelEngine
{
    private readonly FusedConstant* _constants = constants;

    /// <inheritdoc/>
    public void Run(in Panel panel, nint* pointers) => loop(pointers, panel.RowStrides, (nint)panel.Rows, (nint)panel.Count, _constants);
}
