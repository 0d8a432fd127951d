namespace DistArray.Core.Tests.Expressions;

/// <summary>Sets the engine for a test.</summary>
internal readonly struct EngineScope : IDisposable
{
    private readonly EvaluationEngine _before = FusedEvaluation.Engine;

    public EngineScope(EvaluationEngine engine) => FusedEvaluation.Engine = engine;

    public void Dispose() => FusedEvaluation.Engine = _before;
}
