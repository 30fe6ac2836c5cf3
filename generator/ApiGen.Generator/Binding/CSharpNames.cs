using System;
using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ApiGen.Generator.Binding;

/// <summary>Turns the names of a spec into C# identifiers: the one way in which a name reaches C#.</summary>
internal static class CSharpNames
{
    private static readonly HashSet<string> ObjectMembers =
    [
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    ];

    private static readonly HashSet<string> GeneratedClasses =
    [
        "Client", "AppClient", "Api", "Failures", "Budgets", "AppBudgets",
    ];

    private static readonly HashSet<string> EnumerationMembers = ["Deconstruct", "PrintMembers", "Value", "Values"];

    private static readonly HashSet<string> BudgetsMembers =
    [
        "Connection", "Endpoints", "ReadAsync", "ReadUserAsync", "ReadAppAsync",
    ];

    /// <summary>What the names of the classes that every API has end in, behind the API's name.</summary>
    public static IReadOnlyCollection<string> ApiClasses => GeneratedClasses;

    /// <summary>
    /// Whether a name of a spec can become C#: printable ASCII with a letter or digit in it. Letters of other scripts
    /// are refused because many look alike.
    /// </summary>
    public static bool IsNameable(string name)
    {
        bool hasWord = false;
        foreach (char c in name)
        {
            if (c is < ' ' or > '~') return false;
            hasWord |= IsWord(c);
        }

        return hasWord;
    }

    /// <summary>Whether a name is a C# type name as it stands: a capital, then letters and digits.</summary>
    public static bool IsTypeName(string name)
    {
        if (name.Length == 0 || name[0] is < 'A' or > 'Z') return false;
        foreach (char c in name)
        {
            if (!IsWord(c)) return false;
        }

        return true;
    }

    /// <summary><c>screen_name</c> as a type or method is called: <c>ScreenName</c>.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder(name.Length + 1);
        bool startsWord = true;
        foreach (char c in name)
        {
            if (IsWord(c)) text.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = !IsWord(c);
        }

        if (text[0] is >= '0' and <= '9') text.Insert(0, '_');
        return text.ToString();
    }

    /// <summary><c>screen_name</c> as an argument is called: <c>screenName</c>; a keyword gets its <c>@</c>.</summary>
    public static string Argument(string name)
    {
        string pascal = Pascal(name);
        int capitals = 0;
        while (capitals < pascal.Length && pascal[capitals] is >= 'A' and <= 'Z') capitals++;

        // "URL" becomes "url" and "URLPath" becomes "urlPath": the last capital of a run begins the next word.
        int lowered = capitals == pascal.Length || capitals <= 1 ? capitals : capitals - 1;
        string camel = pascal.Substring(0, lowered).ToLowerInvariant() + pascal.Substring(lowered);
        return SyntaxFacts.GetKeywordKind(camel) == SyntaxKind.None ? camel : "@" + camel;
    }

    /// <summary>
    /// <c>screen_name</c> as a property of a type is called. A name that the type itself, every object or the generated
    /// reader already has gets a <c>Value</c> behind it.
    /// </summary>
    public static string Property(string name, string typeName)
    {
        string pascal = Pascal(name);
        bool isTaken = pascal == typeName || pascal is "Read" or "Shape" or "Example" || ObjectMembers.Contains(pascal);
        return isTaken ? pascal + "Value" : pascal;
    }

    /// <summary>
    /// A value of an enumeration as its property is called. A name that the type itself or every such struct already
    /// has gets a <c>Value</c> behind it.
    /// </summary>
    public static string EnumerationMember(string value, string typeName)
    {
        string pascal = Pascal(value);
        bool isTaken = pascal == typeName || EnumerationMembers.Contains(pascal) || ObjectMembers.Contains(pascal);
        return isTaken ? pascal + "Value" : pascal;
    }

    /// <summary>Whether every object already has a member of this name.</summary>
    public static bool IsObjectMember(string name) => ObjectMembers.Contains(name);

    /// <summary>Whether the class of an API's budgets has a member of this name beside its pools.</summary>
    public static bool IsBudgetsMember(string name) => IsObjectMember(name) || BudgetsMembers.Contains(name);

    /// <summary>
    /// Whether a generated client has a member of this name, or the name would read as another group's class for calls
    /// of one kind: the class of <c>AppUsers</c> and the one for what the app may do with <c>Users</c> would be one.
    /// </summary>
    public static bool IsClientMember(string name) =>
        GeneratedClasses.Contains(name) || name is "For" or "SignIn" || IsPrefixed(name, "App") || IsPrefixed(name, "Any");

    private static bool IsPrefixed(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length
            && name[prefix.Length] is (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static bool IsWord(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
