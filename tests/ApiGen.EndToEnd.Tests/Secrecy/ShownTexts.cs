using System.Collections;
using System.Diagnostics;
using System.Reflection;

namespace ApiGen.EndToEnd.Tests.Secrecy;

/// <summary>
/// What loggers, serialisers and debuggers make of objects and of all that hangs on them: their texts, and the members
/// that aren't hidden from a debugger, private ones too.
/// </summary>
internal sealed class ShownTexts
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _texts = [];

    public ShownTexts(IEnumerable<object> shown)
    {
        foreach (object root in shown) Show(root);
    }

    public IReadOnlyList<string> Texts => _texts;

    private void Show(object? value)
    {
        if (value is null or Type or Delegate || !_seen.Add(value)) return;
        _texts.Add($"{value}");
        if (value is DictionaryEntry entry)
        {
            Show(entry.Key);
            Show(entry.Value);
        }
        else if (value is Exception exception)
        {
            foreach (DictionaryEntry data in exception.Data) Show(data);
            foreach (PropertyInfo property in exception.GetType().GetProperties()) Show(ValueOf(property, exception));
        }
        else if (value is IDictionary dictionary)
        {
            foreach (DictionaryEntry item in dictionary) Show(item);
        }
        else if (value is ICollection and not byte[])
        {
            foreach (object? item in (ICollection)value) Show(item);
        }
        else if (IsOurs(value.GetType()))
        {
            ShowMembers(value);
        }
    }

    private void ShowMembers(object value)
    {
        for (Type? type = value.GetType(); type is not null && IsOurs(type); type = type.BaseType)
        {
            // The text in a debugger is the same as in a log, or the display would have to be looked at here.
            if (type.GetCustomAttribute<DebuggerDisplayAttribute>() is { } display)
                Assert.Equal("{ToString(),nq}", display.Value);
            foreach (FieldInfo field in type.GetFields(Members | BindingFlags.DeclaredOnly))
            {
                bool isOfProperty = field.Name.EndsWith("k__BackingField", StringComparison.Ordinal);
                if (!isOfProperty && !field.FieldType.IsPointer && !IsHidden(field)) Show(field.GetValue(value));
            }

            foreach (PropertyInfo property in type.GetProperties(Members | BindingFlags.DeclaredOnly))
            {
                bool isReadable = property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike;
                if (isReadable && property.CanRead && !IsHidden(property)) Show(ValueOf(property, value));
            }
        }
    }

    private static object? ValueOf(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException exception)
        {
            return exception.InnerException;
        }
    }

    private static bool IsHidden(MemberInfo member) =>
        member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State == DebuggerBrowsableState.Never;

    // A sandbox hands its accounts out to whoever started it: of its objects, the texts alone must be silent.
    private static bool IsOurs(Type type) =>
        type.Assembly == typeof(ApiException).Assembly || type.Namespace == nameof(Twitter);
}
