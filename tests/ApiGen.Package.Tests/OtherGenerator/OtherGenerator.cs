using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using YamlDotNet.RepresentationModel;

/// <summary>A stranger's generator, which reads YAML with a YamlDotNet of its own and tells with which.</summary>
[Generator]
public sealed class OtherGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.AdditionalTextsProvider.Collect(), (output, files) =>
        {
            int documents = files.Sum(file => Documents(file.GetText()!.ToString()));
            var yamlDotNet = typeof(YamlStream).Assembly.GetName();
            output.AddSource("Other.g.cs", $$"""
                public static class Other
                {
                    public const string YamlDotNet = "{{yamlDotNet.Name}} {{yamlDotNet.Version.ToString(3)}}";
                    public const int Documents = {{documents}};
                }
                """);
        });

    private static int Documents(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents.Count;
    }
}
