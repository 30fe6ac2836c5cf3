namespace ApiGen.CompilerServices;

/// <summary>The way from a JSON value to one inside it: names of properties, one inside the other.</summary>
internal sealed class JsonPropertyPath
{
    private readonly JsonShape[] _steps;

    private JsonPropertyPath(string[] names)
    {
        Names = names;
        _steps = [.. names.Select(name => new JsonShape($"an object with {name}", name + "?"))];
    }

    /// <summary>The names, the outermost first.</summary>
    public string[] Names { get; }

    /// <summary>A step for each name: the object that has it.</summary>
    public ReadOnlySpan<JsonShape> Steps => _steps;

    /// <summary>Reads names with dots between them; a dot alone, or nothing, leads to the value itself.</summary>
    public static JsonPropertyPath Of(string? dotted) => new(dotted is null or "." ? [] : dotted.Split('.'));

    /// <summary>The path as exceptions write it: <c>$.response.users</c>.</summary>
    public override string ToString() => string.Join('.', Names.Prepend("$"));
}
