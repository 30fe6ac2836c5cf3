using ApiGen.CompilerServices;

namespace ApiGen.EndToEnd.Tests.Sandbox;

/// <summary>An endpoint, at the path of its name, of which only the limits matter.</summary>
internal sealed record LimitedEndpoint(string Name)
{
    public BudgetLimit[] Limits { get; init; } = [];

    public PoolDescriptor[] Pools { get; init; } = [];

    public int Cost { get; init; } = 1;

    public EndpointDescription Describe(ApiDescriptor api)
    {
        EndpointDescriptor<object> endpoint = new()
        {
            Api = api,
            Name = Name,
            Method = "GET",
            Path = $"/{Name}",
            Limits = Limits,
            Pools = Pools,
            Cost = Cost,
            Read = static (ref JsonCursor _) => throw new NotSupportedException("A server reads no answers."),
        };
        return new(endpoint) { Example = "{}"u8.ToArray() };
    }
}
