using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApiGen.Sandbox.Answers;

/// <summary>An item of an example, and the id by which it is told from others.</summary>
internal sealed class ExampleItem
{
    private readonly JsonNode? _item;
    private readonly string _place;

    /// <param name="item">The item.</param>
    /// <param name="place">Where in it the id is.</param>
    public ExampleItem(JsonNode? item, string place)
    {
        _item = item?.DeepClone();
        _place = place;
        HasId = long.TryParse(
            JsonPlaces.At(_item, place)?.ToString(),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out long id);
        Id = id;
    }

    public bool HasId { get; }

    public long Id { get; }

    public JsonNode? Copy() => _item?.DeepClone();

    /// <summary>A copy with a smaller id, and with that id wherever it stands as a text beside.</summary>
    public ExampleItem Before(long distance)
    {
        if (!HasId) return this;
        string text = (Id - distance).ToString(CultureInfo.InvariantCulture);
        bool isString = JsonPlaces.At(_item, _place)!.GetValueKind() == JsonValueKind.String;
        JsonNode? item = JsonPlaces.Put(
            Copy(), _place, isString ? JsonValue.Create(text) : JsonValue.Create(Id - distance));
        if (_place != "." && JsonPlaces.At(item, _place + "_str") is not null)
            item = JsonPlaces.Put(item, _place + "_str", JsonValue.Create(text));
        return new ExampleItem(item, _place);
    }
}
