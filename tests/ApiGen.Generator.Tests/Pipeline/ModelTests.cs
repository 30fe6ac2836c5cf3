using System.Collections;
using System.Reflection;
using ApiGen.Generator.Binding;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator.Tests.Pipeline;

/// <summary>What flows through the pipeline is plain data that compares by value.</summary>
public sealed class ModelTests
{
    [Fact]
    public void Binding_the_same_text_twice_gives_equal_models()
    {
        foreach (SpecText file in SpecText.AllIn(RepositoryRoot.Combine("specs")))
        {
            SpecModel? first = SpecBinder.Bind(file.Path, SourceText.From(file.Content)).Model;
            SpecModel? second = SpecBinder.Bind(file.Path, SourceText.From(file.Content)).Model;
            Assert.NotNull(first);
            Assert.NotSame(first, second);
            Assert.Equal(first, second);
            Assert.Equal(first.GetHashCode(), second!.GetHashCode());
        }
    }

    [Fact]
    public void No_model_holds_a_place_a_node_or_an_object_of_the_compiler()
    {
        foreach (SpecText file in SpecText.AllIn(RepositoryRoot.Combine("specs")))
            Walk(SpecBinder.Bind(file.Path, SourceText.From(file.Content)).Model!, file.Path);
    }

    private static void Walk(object value, string path)
    {
        Assert.False(
            value is Compilation or ISymbol or SyntaxNode or Location or SourceText or TextSpan or LinePositionSpan
                or SourceSpan or YamlNode,
            $"{path} is a {value.GetType()}");
        if (value is string || value.GetType().IsPrimitive || value.GetType().IsEnum) return;
        if (value is IEnumerable items)
        {
            foreach (object item in items) Walk(item, path + "[]");
            return;
        }

        const BindingFlags AnyOfInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (FieldInfo field in value.GetType().GetFields(AnyOfInstance))
        {
            if (field.GetValue(value) is { } inner) Walk(inner, $"{path}.{field.Name}");
        }
    }
}
