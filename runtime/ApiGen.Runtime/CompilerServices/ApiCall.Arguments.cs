using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ApiGen.OAuth;

namespace ApiGen.CompilerServices;

/// <summary>Puts each argument where a request carries it.</summary>
public abstract partial class ApiCall
{
    private EncodedParameters _query = new();
    private EncodedParameters _form = new();
    private bool _isUnsorted;
    private OtherArguments? _others;

    /// <summary>The query, without its question mark.</summary>
    internal ReadOnlySpan<byte> Query => _query.Text;

    /// <summary>The form-urlencoded body.</summary>
    internal ReadOnlySpan<byte> Form => _form.Text;

    /// <summary>Whether there is a form.</summary>
    internal bool HasForm => !_form.IsEmpty;

    /// <summary>The headers that carry arguments, or null if none does.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>>? Headers => _others?.Headers;

    /// <summary>
    /// Whether query or form, as it stands, is the normalized form that is signed (RFC 5849 §3.4.1.3.2): there is but
    /// one of them, and its values are in order.
    /// </summary>
    internal bool IsNormalized => (_query.IsEmpty || _form.IsEmpty) && !_isUnsorted;

    /// <summary>The parameters that a signature sorts before OAuth's own, if they are normalized.</summary>
    internal ReadOnlySpan<byte> BeforeOAuth => HasForm ? _form.BeforeOAuth : _query.BeforeOAuth;

    /// <summary>The parameters that a signature sorts after OAuth's own, if they are normalized.</summary>
    internal ReadOnlySpan<byte> AfterOAuth => HasForm ? _form.AfterOAuth : _query.AfterOAuth;

    private OtherArguments Others => _others ??= new OtherArguments();

    /// <summary>The path as it is sent, its placeholders filled.</summary>
    internal string Path
    {
        get
        {
            string path = Endpoint.Path;
            string?[] values = _others?.PathValues ?? [];
            for (int i = 0; i < values.Length; i++)
            {
                if (values[i] is { } value)
                    path = path.Replace($"{{{Endpoint.Parameters[i].Name}}}", value, StringComparison.Ordinal);
            }

            return path;
        }
    }

    /// <summary>Gives up what only a request needs, once no attempt can be under way any more.</summary>
    internal void Release()
    {
        _query.Clear();
        _form.Clear();
    }

    /// <summary>Adds a text that must not be null.</summary>
    private protected void AppendRequired(int index, string? value)
    {
        if (value is null) throw new ArgumentNullException(Endpoint.Parameters[index].Argument);
        Append(index, value);
    }

    private protected void Append(int index, long value)
    {
        Span<char> text = stackalloc char[20];
        value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        AppendLiteral(index, text[..length]);
    }

    private protected void Append(int index, ReadOnlySpan<char> value)
    {
        Count(index, value);
        ParameterDescriptor parameter = Endpoint.Parameters[index];
        switch (parameter.Place)
        {
            case ParameterPlace.Query:
                _query.Add(parameter, value);
                break;
            case ParameterPlace.Form:
                _form.Add(parameter, value);
                break;
            case ParameterPlace.Header:
                AddHeader(parameter, value);
                break;
            case ParameterPlace.Json:
                Json.Add(parameter.Name, value.ToString());
                break;
            case ParameterPlace.Multipart:
                AddPart(parameter, value.ToString());
                break;
            default:
                SetPathValue(index, value);
                break;
        }
    }

    /// <summary>Adds a list, or nothing if it is empty.</summary>
    private protected void AppendAll<TItem>(int index, IReadOnlyList<TItem> values)
    {
        if (values.Count == 0) return;
        ParameterDescriptor parameter = Endpoint.Parameters[index];
        if (parameter.Join != ListJoin.Repeated)
            Append(index, ParameterText.Join(values, parameter));
        else if (parameter.Place == ParameterPlace.Multipart)
            foreach (TItem value in values) AddPart(parameter, ParameterText.Of(value, parameter));
        else if (parameter.Place == ParameterPlace.Form)
            _isUnsorted |= !_form.AddEach(parameter, values.Select(value => ParameterText.Of(value, parameter)));
        else
            _isUnsorted |= !_query.AddEach(parameter, values.Select(value => ParameterText.Of(value, parameter)));
    }

    /// <summary>Adds a list that must not be null or empty.</summary>
    private protected void AppendAllRequired<TItem>(int index, IReadOnlyList<TItem>? values)
    {
        CheckNotEmpty(index, values);
        AppendAll(index, values);
    }

    private protected void CheckNotEmpty<TItem>(int index, [NotNull] IReadOnlyList<TItem>? values)
    {
        string argument = Endpoint.Parameters[index].Argument;
        if (values is null) throw new ArgumentNullException(argument);
        if (values.Count == 0) throw new ArgumentException("The list must not be empty.", argument);
    }

    private void AddHeader(ParameterDescriptor parameter, ReadOnlySpan<char> value)
    {
        // A line break would begin another header, and a blank at an end doesn't arrive (RFC 9110 §5.5).
        if (value.ContainsAnyExceptInRange(' ', '~') || value.Length != value.Trim().Length)
        {
            throw new ArgumentException(
                "A header's value consists of printable ASCII characters, without a blank at its ends.",
                parameter.Argument);
        }

        (Others.Headers ??= []).Add(new(parameter.Name, value.ToString()));
    }

    private void SetPathValue(int index, ReadOnlySpan<char> value)
    {
        // Every one of these would make another path of it (RFC 3986 §5.2.4).
        if (value is "" or "." or "..")
            throw new ArgumentException(
                "A part of a path can't be empty, '.' or '..'.", Endpoint.Parameters[index].Argument);

        Others.PathValues ??= new string?[Endpoint.Parameters.Length];
        Others.PathValues[index] = PercentEncoding.Encode(value);
    }
}
