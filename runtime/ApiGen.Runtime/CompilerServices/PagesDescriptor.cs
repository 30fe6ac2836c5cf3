using System.ComponentModel;

namespace ApiGen.CompilerServices;

/// <summary>How an endpoint's answer comes in pages. Written by generated code.</summary>
/// <param name="By">How a request says which page it asks for.</param>
/// <param name="Parameter">The parameter that says it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PagesDescriptor(PagingMethod By, string Parameter)
{
    /// <summary>What the first request says; null if it says nothing.</summary>
    public string? First { get; init; }

    /// <summary>The cursor that no page has, by which the last page ends; null if there is none such.</summary>
    public string? Last { get; init; }

    /// <summary>Where an answer names the cursor of the page after it: names of properties with dots between.</summary>
    public string? Next { get; init; }

    /// <summary>
    /// Where an answer holds the list of its items: names of properties with dots between, or a dot for the answer
    /// itself. Null where nobody needs to know, which is with <see cref="PagingMethod.Cursor"/>.
    /// </summary>
    public string? Items { get; init; }

    /// <summary>
    /// Where an item holds its id: names of properties with dots between, or a dot for the item itself. Null but with
    /// <see cref="PagingMethod.MaxId"/>.
    /// </summary>
    public string? Id { get; init; }

    /// <summary><see cref="Next"/>, to walk along.</summary>
    internal JsonPropertyPath NextPath => field ??= JsonPropertyPath.Of(Next);

    /// <summary><see cref="Items"/>, to walk along.</summary>
    internal JsonPropertyPath ItemsPath => field ??= JsonPropertyPath.Of(Items);

    /// <summary><see cref="Id"/>, to walk along.</summary>
    internal JsonPropertyPath IdPath => field ??= JsonPropertyPath.Of(Id);
}
