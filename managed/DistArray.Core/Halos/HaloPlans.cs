using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>The plans of a distribution, one for each way to exchange.</summary>
/// <remarks>Found by reference: whether a plan is there must be the same on every rank, and equal widths here do not say that they are equal elsewhere.</remarks>
internal sealed class HaloPlans
{
    private static readonly ConditionalWeakTable<Distribution, HaloPlans> s_plans = [];

    private readonly List<HaloPlan> _plans = [];
    private readonly Dictionary<HaloShiftKey, (HaloRules Rules, HaloPlan Plan, Distribution Window)> _shifts = [];
    private (HaloRules Rules, HaloPlan Plan)? _default;

    /// <summary>The plan for an update.</summary>
    /// <remarks><b>Collective</b> where the distribution has not been updated in this way before.</remarks>
    public static HaloPlan Get(Distribution distribution, HaloOptions? options, out HaloRules rules)
    {
        HaloPlans plans = s_plans.GetOrCreateValue(distribution);
        if (options is null && plans._default is { } known)
        {
            rules = known.Rules;
            return known.Plan;
        }
        rules = new HaloRules(distribution, options);
        HaloPlan? plan = null;
        foreach (HaloPlan made in plans._plans)
            if (made.Rules.IsExchangedLike(rules)) plan = made;
        if (plan is null) plans._plans.Add(plan = HaloPlanner.Make(distribution, rules, HaloCarrier.Of(distribution.Communicator)));
        if (options is null) plans._default = (rules, plan);
        return plan;
    }

    /// <summary>The plan for what a shifted view reads, and the distribution of the view.</summary>
    /// <remarks><b>Collective</b> where the distribution has not been shifted in this way before.</remarks>
    public static (HaloRules Rules, HaloPlan Plan, Distribution Window) Get(Distribution distribution, HaloShiftKey shift)
    {
        HaloPlans plans = s_plans.GetOrCreateValue(distribution);
        if (plans._shifts.TryGetValue(shift, out (HaloRules, HaloPlan, Distribution) known)) return known;
        var rules = new HaloRules(distribution, shift);
        HaloPlan plan = HaloPlanner.Make(distribution, rules, HaloCarrier.Of(distribution.Communicator));
        return plans._shifts[shift] = (rules, plan, distribution.Shifted(shift));
    }
}
