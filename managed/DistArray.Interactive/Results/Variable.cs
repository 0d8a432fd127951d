namespace DistArray.Interactive;

/// <summary>A variable that lines have defined.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as C# writes it.</param>
public sealed record Variable(string Name, string Type);
