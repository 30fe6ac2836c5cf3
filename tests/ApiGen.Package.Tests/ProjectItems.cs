using System.Text.Json;

namespace ApiGen.Package.Tests;

/// <summary>The items of a project as MSBuild sees them with the packages installed.</summary>
internal sealed class ProjectItems(string json)
{
    private readonly JsonElement _items = JsonElement.Parse(json).GetProperty("Items");

    /// <summary>The files of an item type, in ordinal order.</summary>
    public IEnumerable<string> this[string type] => Values(type, "Identity");

    public IEnumerable<string> Values(string type, string metadata) => _items.GetProperty(type).EnumerateArray()
        .Select(item => item.GetProperty(metadata).GetString()!.Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
