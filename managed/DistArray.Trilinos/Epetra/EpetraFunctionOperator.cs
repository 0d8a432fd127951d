using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>An operator that a function of the program computes.</summary>
internal sealed unsafe class EpetraFunctionOperator : EpetraOperator
{
    private readonly FunctionContext? _context;

    public EpetraFunctionOperator(EpetraMap map, FunctionContext context) : base(map, map)
    {
        _context = context;
        TrilinosCall.Check(NativeEpetra.OperatorFromFunction(map.Handle, map.Handle, FunctionContext.Entry, context.Pointer, context.HasTranspose ? 1 : 0, out DaTrilinosObject* handle));
        Take(handle);
    }

    public EpetraFunctionOperator(EpetraMap domain, EpetraMap range, nint function, nint context, bool hasTranspose) : base(domain, range)
    {
        TrilinosCall.Check(NativeEpetra.OperatorFromFunction(domain.Handle, range.Handle,
            (delegate* unmanaged[Cdecl]<void*, double*, long, long, double*, long, long, int, int, int>)function, (void*)context, hasTranspose ? 1 : 0, out DaTrilinosObject* handle));
        Take(handle);
    }

    internal override Exception? TakeFailure() => _context?.TakeFailure();

    private protected override void Closed() => _context?.Dispose();
}
