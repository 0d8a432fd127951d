using DistArray.Testing.Host;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace DistArray.Testing.Running;

/// <summary>Set-up, body and tear-down of a test on a rank.</summary>
internal sealed class RankTestCommand(TestCommand inner, RankSession session) : DelegatingTestCommand(inner)
{
    public override TestResult Execute(TestExecutionContext context) => session.Run(Test, context, innerCommand);
}
