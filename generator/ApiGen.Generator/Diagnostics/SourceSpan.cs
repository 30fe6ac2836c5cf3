using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator.Diagnostics;

/// <summary>A place in a file, as characters and as lines and columns, kept without the text itself.</summary>
internal readonly record struct SourceSpan(TextSpan Characters, LinePositionSpan Lines);
