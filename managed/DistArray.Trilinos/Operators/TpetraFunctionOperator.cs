using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>An operator that a function of the program computes.</summary>
internal sealed unsafe class TpetraFunctionOperator : TpetraOperator
{
    private readonly FunctionContext? _context;

    public TpetraFunctionOperator(TpetraMap map, FunctionContext context) : base(map, map)
    {
        _context = context;
        TrilinosCall.Check(NativeTpetra.OperatorFromFunction(map.Handle, map.Handle, FunctionContext.Entry, context.Pointer, context.HasTranspose ? 1 : 0, out DaTrilinosObject* handle));
        Take(handle);
    }

    public TpetraFunctionOperator(TpetraMap domain, TpetraMap range, nint function, nint context, bool hasTranspose) : base(domain, range)
    {
        TrilinosCall.Check(NativeTpetra.OperatorFromFunction(domain.Handle, range.Handle,
            (delegate* unmanaged[Cdecl]<void*, double*, long, long, double*, long, long, int, int, int>)function, (void*)context, hasTranspose ? 1 : 0, out DaTrilinosObject* handle));
        Take(handle);
    }

    internal override Exception? TakeFailure() => _context?.TakeFailure();

    private protected override void Closed() => _context?.Dispose();
}
