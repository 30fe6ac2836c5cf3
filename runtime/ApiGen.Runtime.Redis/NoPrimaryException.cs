namespace ApiGen.Budgets;

/// <summary>No server that takes writes is known at the moment.</summary>
internal sealed class NoPrimaryException(bool hasReplica, Exception innerException)
    : Exception("No connected server takes writes.", innerException)
{
    /// <summary>Whether another server is connected.</summary>
    public bool HasReplica { get; } = hasReplica;
}
