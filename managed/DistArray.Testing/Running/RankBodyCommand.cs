using DistArray.Testing.Host;
using NUnit.Framework;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace DistArray.Testing.Running;

/// <summary>Calls the test method on a rank, and tells of a failure before tear-down, which may wait for the other ranks.</summary>
internal sealed class RankBodyCommand(TestCommand inner, RankSession session) : DelegatingTestCommand(inner)
{
    public override TestResult Execute(TestExecutionContext context)
    {
        try
        {
            return innerCommand.Execute(context);
        }
        catch (Exception exception)
        {
            Exception cause = exception is NUnitException { InnerException: { } thrown } ? thrown : exception;
            if (cause is not (SuccessException or IgnoreException or InconclusiveException))
                session.TellFailing(cause);
            throw;
        }
    }
}
