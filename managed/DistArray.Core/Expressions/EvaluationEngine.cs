namespace DistArray;

/// <summary>What runs fused programs.</summary>
internal enum EvaluationEngine
{
    /// <summary>Emitted loops where a program is worth it, else tiles.</summary>
    Automatic,

    /// <summary>Tiles always.</summary>
    Tiles,

    /// <summary>Emitted loops for every program that can be emitted.</summary>
    Emitted,
}
