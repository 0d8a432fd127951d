using System.Text.Json;
using DistArray.Interactive.Jobs;
using DistArray.Interactive.Protocol;

namespace DistArray.Interactive;

public sealed partial class Engines
{
    /// <summary>Calls a lambda or static method of the client's program on every rank.</summary>
    /// <param name="body">The lambda. The engines load the assembly that it is compiled in; variables that it captures are copied to them, so they have to be
    /// numbers, texts, dates, enumerations, or arrays of those, and it cannot change them.</param>
    /// <exception cref="ArgumentException">It captures something else, or is no method of an assembly file; names the variable.</exception>
    /// <exception cref="EngineException">As <see cref="Execute(string)"/>.</exception>
    /// <remarks>Statics of the program's classes are the engines' own there.</remarks>
    public void Apply(Action<ICommunicator> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using (Enter()) Call(body);
    }

    /// <summary>Calls a lambda or static method of the client's program on every rank, for its results.</summary>
    /// <typeparam name="TResult">Type of the results, as in <see cref="Evaluate{T}"/>.</typeparam>
    /// <param name="body">The lambda, as in the other form.</param>
    /// <returns>The results in the order of ranks.</returns>
    /// <exception cref="ArgumentException">As the other form.</exception>
    /// <exception cref="EngineException">As <see cref="Execute(string)"/>.</exception>
    public IReadOnlyList<TResult> Apply<TResult>(Func<ICommunicator, TResult> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using (Enter()) return [.. Call(body).Ranks.Select(rank => JsonSerializer.Deserialize<TResult>(rank.Ended!.Json!, ValueJson.Options)!)];
    }

    private Exchange Call(Delegate body)
    {
        MethodCall call = ShippedLambda.Of(body);
        return Ask(new EngineRequest(RequestKind.Call) { Call = call, References = [call.Assembly] }, [], All);
    }
}
