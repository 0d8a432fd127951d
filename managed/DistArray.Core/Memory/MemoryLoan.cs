namespace DistArray;

/// <summary>A time in which somebody holds the address of memory.</summary>
internal sealed class MemoryLoan : IDisposable
{
    private readonly string _borrower;
    private List<string>? _loans;

    public MemoryLoan(List<string> loans, string borrower)
    {
        _borrower = borrower;
        _loans = loans;
        loans.Add(borrower);
    }

    public void Dispose()
    {
        _loans?.Remove(_borrower);
        _loans = null;
    }
}
