using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiGen.CompilerServices;

namespace ApiGen.Sandbox.Answers;

/// <summary>
/// Makes up to three pages of an example: of its items, where there are as many, and else of copies of it whose ids are
/// their own. They are asked for as the spec says.
/// </summary>
internal sealed class ExamplePages
{
    private const int Most = 3;

    private readonly PagesDescriptor _pages;
    private readonly bool _isNumber;
    private readonly string? _place;
    private readonly List<ExampleItem> _items = [];
    private readonly int _size;

    /// <param name="endpoint">The endpoint.</param>
    /// <param name="isNumber">Whether the parameter that asks for a page is a whole number.</param>
    /// <param name="example">The example of one page.</param>
    public ExamplePages(EndpointDescriptor endpoint, bool isNumber, JsonNode example)
    {
        _pages = endpoint.Pages!;
        _isNumber = isNumber;
        _place = _pages.Items ?? PlaceOfList(example, endpoint.Unwrap ?? ".");
        if (_place is null || JsonPlaces.At(example, _place) is not JsonArray list) return;

        _items.AddRange(list.Select(item => new ExampleItem(item, _pages.Id ?? "id")));
        _size = Math.Max(1, (_items.Count + Most - 1) / Most);
        if (_items.Count < Most) AddCopies();
        if (_pages.By == PagingMethod.MaxId) _items.Sort((a, b) => b.Id.CompareTo(a.Id));
    }

    private int Count => _size == 0 ? 1 : Math.Max(1, (_items.Count + _size - 1) / _size);

    /// <summary>Says why there is no page that a request asks for, or null if there is.</summary>
    public string? FindViolation(IReadOnlyDictionary<string, string> arguments)
    {
        string? cursor = arguments.GetValueOrDefault(_pages.Parameter);
        if (_pages.By != PagingMethod.Cursor || cursor is null || PageOf(cursor) >= 0) return null;
        string known = string.Join(", ", Enumerable.Range(0, Count).Select(page => CursorOf(page) ?? "none at all"));
        return $"No page has the {_pages.Parameter} '{cursor}'; those that there are have {known}.";
    }

    /// <summary>Leaves of an example the page that a request asks for.</summary>
    public JsonNode? Turn(JsonNode? body, IReadOnlyDictionary<string, string> arguments)
    {
        if (_place is null) return body;
        string? asked = arguments.GetValueOrDefault(_pages.Parameter) ?? _pages.First;
        int page = _pages.By == PagingMethod.Cursor && asked is not null ? PageOf(asked) : 0;
        IEnumerable<ExampleItem> items = _pages.By switch
        {
            PagingMethod.Cursor => _items.Skip(page * _size),
            PagingMethod.MaxId => _items.Where(item => asked is null || item.Id <= Number(asked)),
            PagingMethod.Page => _items.Skip(Index((Number(asked) - Number(_pages.First)) * _size)),
            _ => _items.Skip(Index(Number(asked) - Number(_pages.First))),
        };
        body = JsonPlaces.Put(body, _place, new JsonArray([.. items.Take(_size).Select(item => item.Copy())]));
        return _pages.By == PagingMethod.Cursor ? PutNext(body, page) : body;
    }

    private static string? PlaceOfList(JsonNode example, string place)
    {
        JsonNode? value = JsonPlaces.At(example, place);
        if (value is not JsonObject fields) return value is JsonArray ? place : null;
        string? list = fields.FirstOrDefault(field => field.Value is JsonArray).Key;
        return list is null || place == "." ? list : $"{place}.{list}";
    }

    private void AddCopies()
    {
        // Pages that are asked for by their place and look alike would be taken for one that never ends.
        bool mayLookAlike = _pages.By == PagingMethod.Cursor;
        if (!mayLookAlike && !_items.TrueForAll(item => item.HasId)) return;
        ExampleItem[] first = [.. _items];
        if (first.Length == 0) return;
        long span = first.Max(item => item.Id) - first.Min(item => item.Id) + 1;
        for (int copy = 1; copy < Most; copy++) _items.AddRange(first.Select(item => item.Before(copy * span)));
    }

    private string? CursorOf(int page)
    {
        if (page == 0) return _pages.First;
        return _isNumber ? (1_000_000 + page).ToString(CultureInfo.InvariantCulture) : $"page-{page + 1}";
    }

    private int PageOf(string cursor) => Enumerable.Range(0, Count).FirstOrDefault(page => CursorOf(page) == cursor, -1);

    private JsonNode? PutNext(JsonNode? body, int page)
    {
        string place = _pages.Next!;
        JsonValueKind kind = JsonPlaces.At(body, place)?.GetValueKind() ?? JsonValueKind.Null;
        bool isString = kind == JsonValueKind.String || (kind != JsonValueKind.Number && !_isNumber);
        string? next = page + 1 < Count ? CursorOf(page + 1) : _pages.Last ?? (kind == JsonValueKind.String ? "" : null);
        if (JsonPlaces.At(body, place + "_str") is not null)
            body = JsonPlaces.Put(body, place + "_str", JsonValue.Create(next));
        return JsonPlaces.Put(
            body, place, next is null ? null : isString ? JsonValue.Create(next) : JsonPlaces.ValueOf(next));
    }

    private static int Index(long index) => (int)Math.Clamp(index, 0, int.MaxValue);

    private static long Number(string? cursor) => long.Parse(
        cursor ?? "0", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
