using System.Buffers;
using System.Globalization;

namespace ApiGen.CompilerServices;

/// <summary>An object or list that a place in a JSON text lies in, and how far into it.</summary>
internal sealed class JsonPathLevel(bool isList)
{
    private static readonly SearchValues<char> PlainLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private string? _name;
    private int _index;
    private bool _isBetween;

    /// <summary>Whether a string found now would be the name of a property.</summary>
    public bool AwaitsName => !isList && _name is null;

    public void EnterProperty(string name) => _name = name;

    public void EndValue() => _isBetween = true;

    public void PassComma()
    {
        _isBetween = false;
        _name = null;
        _index++;
    }

    /// <summary>The step into the value at hand; empty between values.</summary>
    public override string ToString()
    {
        if (_isBetween)
            return "";
        if (isList)
            return string.Create(CultureInfo.InvariantCulture, $"[{_index}]");
        if (_name is null)
            return "";
        return _name.Length > 0 && !_name.AsSpan().ContainsAnyExcept(PlainLetters)
            ? $".{_name}"
            : $"['{_name.Replace("'", "\\'", StringComparison.Ordinal)}']";
    }
}
