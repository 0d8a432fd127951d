using DistArray.Testing.Building;
using DistArray.Testing.Jobs;
using DistArray.Testing.Reports;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace DistArray.Testing.Running;

/// <summary>Runs a test from the test process: hands it to the job of its world size and reports what the ranks say.</summary>
internal sealed class MpiTestCommand(Test test) : TestCommand(test)
{
    public override TestResult Execute(TestExecutionContext context)
    {
        TestResult result = context.CurrentResult;
        try
        {
            JobReport report = MpiJobs.Run(Test.TypeInfo!.Assembly, MpiTestBuilder.RanksOf(Test), Test);
            ReportText text = new(report);
            context.OutWriter.Write(text.Output);
            if (text.Message is { } message) result.SetResult(text.State, message, text.StackTrace);
            else result.SetResult(text.State);
        }
        catch (MpiLaunchException exception)
        {
            result.SetResult(ResultState.Error, exception.Message);
        }
        return result;
    }
}
