# The words of the window, in Fluent (https://projectfluent.org). A key is named after the view that shows it.

## The folder's articles, at the left

folder-reading = Reading
folder-empty = No articles that can be read
folder-articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
folder-articles-coming =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    } · { $left } to be read
folder-faults =
    { $count ->
        [one] { $count } folder cannot be listed
       *[other] { $count } folders cannot be listed
    }
folder-fault = { $folder }: { $reason }
folder-itself = this folder
folder-not-listed = cannot list `{ $folder }`: { $reason }

## Their list

list-filter = Filter the articles
list-filter-hint = Filter
list-clear = Clear the filter
list-no-match = No article matches – clear the filter
list-some = { $some } of { $count } articles
list-sort = Sorted by { $order }
list-by-name = Name
list-by-title = Title
list-by-date = Date
list-by-unread = Unread
list-by-marks = Marks
list-by-needs-look = Needs a look
list-at-end = This is the last article of the list
list-at-start = This is the first article of the list
list-only-article = No other article is open

## A card for an article

card-not-opened = Cannot be opened: { $reason }
card-not-read = Cannot be read: { $reason }
card-marks = { $count } { $tag }
card-untagged =
    { $count ->
        [one] mark without a tag
       *[other] marks without a tag
    }
card-needs-look =
    { $count ->
        [one] { $count } needs a look
       *[other] { $count } need a look
    }

## A mistake of the program itself

failed-opening = cannot open `{ $name }`: Postil made a mistake
failed-opening-hint = The file and its marks are as they were. Other articles can be opened as before
failed-looking = Postil made a mistake while it looked at the files of `{ $name }`
failed-looking-hint = What is open stays as it is, and your marks are saved as before
failed-picture = a picture of `{ $name }` cannot be shown: Postil made a mistake
failed-picture-hint = The text and the other pictures are not touched by this
failed-folder = Postil made a mistake while it read the folder `{ $name }`
failed-folder-hint = Its articles can be opened. Open the folder again to list the rest
