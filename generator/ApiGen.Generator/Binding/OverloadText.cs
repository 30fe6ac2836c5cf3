using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ApiGen.Generator.Model;

namespace ApiGen.Generator.Binding;

/// <summary>Knows which overloads a compiler, and a reader, tells apart by the types of what is required.</summary>
internal static class OverloadText
{
    private static readonly HashSet<string> Numbers = ["int32", "int64", "double", "decimal"];

    /// <summary>Whether no call fits two of them. Where one could, names must tell them apart.</summary>
    public static bool AreDistinct(IReadOnlyList<ImmutableArray<ArgumentModel>> overloads)
    {
        List<List<string>> required = overloads.Select(arguments => RequiredTypes(arguments)).ToList();
        return Enumerable.Range(0, required.Count).All(i =>
            Enumerable.Range(i + 1, required.Count - i - 1).All(j => Differ(required[i], required[j])));
    }

    /// <summary>
    /// An argument of one type at a place where the other overload requires another type rules that one out; an optional
    /// argument rules out nothing.
    /// </summary>
    private static bool Differ(List<string> one, List<string> other) =>
        one.Zip(other, (first, second) => first != second).Contains(true);

    /// <summary>The types of what is required; of two overloads with the same a compiler keeps one.</summary>
    public static string Signature(IEnumerable<ArgumentModel> arguments) => string.Join(
        ",", arguments.Where(argument => !argument.IsOptional).Select(argument => argument.Type.Notation));

    /// <summary>A number is taken for one of any type of numbers that can hold it.</summary>
    private static List<string> RequiredTypes(IEnumerable<ArgumentModel> arguments) => arguments
        .Where(argument => !argument.IsOptional)
        .Select(argument => argument.Type.Notation)
        .Select(type => Numbers.Contains(type) ? "number" : type)
        .ToList();
}
