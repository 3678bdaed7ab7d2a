using System.Reflection;
using MediatR;
using Networks.Data;
using Networks.Web;
using Networks.Workflows;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Architecture.Tests;

public sealed class NamingTests
{
    private static readonly string[] _forbidden = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Services", "Info", "Data", "Dto", "Processor"];
    private static readonly Type[] _product = [.. Assemblies().SelectMany(a => a.GetTypes()).Where(IsWritten)];
    private static readonly Type[] _offenders =
        [.. typeof(NamingTests).Assembly.GetTypes().Where(t => t.Namespace?.Contains("CounterExamples", StringComparison.Ordinal) == true)];

    [Fact]
    public void Given_a_type_then_its_last_word_says_what_it_is()
    {
        Assert.Empty(Empty(_product));
        Assert.True(_product.Length > 200);
        Assert.Equal(["ThingManager"], Empty(_offenders));
    }

    [Fact]
    public void Given_a_handler_then_it_is_internal_sealed_and_named_after_its_request()
    {
        Assert.Empty(OpenHandlers(_product));
        Assert.True(_product.Count(IsHandler) >= 2);
        Assert.Equal(["OpenThingHandler"], OpenHandlers(_offenders));
    }

    [Fact]
    public void Given_a_request_then_it_declares_its_row_of_the_access_matrix()
    {
        Assert.Empty(WithoutAccess(_product));
        Assert.True(_product.Count(IsRequest) >= 2);
        Assert.Contains("OpenThing", WithoutAccess(_offenders));
    }

    [Fact]
    public void Given_a_request_then_it_has_a_handler_in_its_own_folder()
    {
        var handlers = _product.Where(IsHandler).ToDictionary(RequestOf);
        Assert.All(_product.Where(IsRequest), request => Assert.Equal(request.Namespace, handlers.GetValueOrDefault(request)?.Namespace));
    }

    [Fact]
    public void Given_a_class_then_it_is_sealed_unless_something_inherits_from_it()
    {
        var bases = _product.Select(type => type.BaseType is { IsGenericType: true } b ? b.GetGenericTypeDefinition() : type.BaseType).ToHashSet();
        var open = _product.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !bases.Contains(type) && !IsPage(type));
        Assert.Empty(open.Select(type => type.FullName));
    }

    private static IEnumerable<string> Empty(Type[] types) =>
        types.Select(type => type.Name.Split('`')[0]).Where(name => _forbidden.Any(word => EndsWithWord(name, word)));

    private static IEnumerable<string> OpenHandlers(Type[] types) =>
        types.Where(type => IsHandler(type) && (type.IsPublic || !type.IsSealed || type.Name != RequestOf(type).Name + "Handler")).Select(type => type.Name);

    private static IEnumerable<string> WithoutAccess(Type[] types) =>
        types.Where(type => IsRequest(type) && type.GetCustomAttribute<AccessAttribute>() is null).Select(type => type.Name);

    private static bool EndsWithWord(string name, string word) => name == word
        || (name.EndsWith(word, StringComparison.Ordinal) && char.IsLower(name[^(word.Length + 1)]));

    private static bool IsHandler(Type type) => !type.IsAbstract && Contract(type) is not null;

    private static Type RequestOf(Type handler) => Contract(handler)!.GetGenericArguments()[0];

    private static Type? Contract(Type type) => type.GetInterfaces()
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>));

    private static bool IsRequest(Type type) => !type.IsAbstract && (type.IsAssignableTo(typeof(ICommand))
        || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)));

    private static bool IsPage(Type type) => type.IsAssignableTo(typeof(Microsoft.AspNetCore.Components.IComponent));

    private static IEnumerable<Assembly> Assemblies() =>
        [typeof(NetworksDbContext).Assembly, typeof(WorkflowsModule).Assembly, typeof(NetworksApp).Assembly];

    private static bool IsWritten(Type type) => !type.IsNested
        && type.Namespace?.StartsWith("Networks", StringComparison.Ordinal) == true
        && type.Name != "_Imports"
        && !type.Namespace.EndsWith("Migrations", StringComparison.Ordinal)
        && type.Namespace != "Networks.Data.Sqlite.Model";
}
