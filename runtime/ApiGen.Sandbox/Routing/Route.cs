using ApiGen.CompilerServices;
using ApiGen.Sandbox.Answers;

namespace ApiGen.Sandbox.Routing;

/// <summary>One endpoint as the sandbox serves it.</summary>
internal sealed class Route
{
    public Route(EndpointDescription description)
    {
        Description = description;
        Path = new(description.Endpoint.Path);
        Example = ExampleAnswer.Of(description);
    }

    public EndpointDescription Description { get; }

    public EndpointDescriptor Endpoint => Description.Endpoint;

    public PathTemplate Path { get; }

    /// <summary>The answer of a request that is right, or null if the spec has no example of it.</summary>
    public ExampleAnswer? Example { get; }
}
